import { expect, test } from 'vitest'
import { Emitter } from '../base/emitter'
import { ok, refuse } from '../base/outcome'
import { loopback } from './loopback'
import type { Transport } from './wire'

test('calls and events arrive as values of their own', async () => {
  const params = { name: 'Ada' }
  const person = { id: 'person-ada', name: 'Ada' }
  const heard: unknown[] = []
  const transport: Transport = async (call, given) => {
    heard.push(call, given)
    return ok({ person })
  }
  const events = new Emitter<{ id: string }>()
  const client = loopback(transport, (listener) =>
    events.subscribe((payload) => listener('article.requested', payload)),
  )
  const told: unknown[] = []
  const undo = client.on('article.requested', (payload) => told.push(payload))

  expect(await client.send('person.rename', params)).toEqual(ok({ person }))
  expect(heard).toEqual(['person.rename', params])
  expect(heard[1]).not.toBe(params)
  events.emit({ id: 'doc-1' })
  undo()
  events.emit({ id: 'doc-2' })
  expect(told).toEqual([{ id: 'doc-1' }])
})

test('a refusal passes through, and what cannot be carried throws', async () => {
  const client = loopback(
    async () => refuse('storage', 'The disk is full.'),
    () => () => undefined,
  )
  expect(await client.send('person.rename', { name: 'Ada' })).toEqual(refuse('storage', 'The disk is full.'))
  await expect(client.send('person.rename', { name: (() => 'Ada') as never })).rejects.toThrow()
})

import { expect, test } from 'vitest'
import { ok, refuse } from '../base/outcome'
import type { Undo } from '../base/scope'
import { annotationOf, ada, setBy, time } from '../testing/records'
import { calls, events } from './contract'
import { type Handlers, type Transport, answer, client } from './wire'

/** Handlers of which only those under test are there: whatever else is called is a bug of the test. */
const hostWith = (handlers: Partial<Handlers>) => {
  const log: unknown[] = []
  const host = answer(handlers as Handlers, (error) => log.push(error))
  return { host, log }
}

const silent = (): Undo => () => undefined
const clientOf = (transport: Transport) => client(transport, silent)

test('a call carries its parameters to the handler and the reply back', async () => {
  const { host, log } = hostWith({
    'article.perform': async ({ id, edit }) => ok({ revision: id.length + edit.changes.length }),
  })
  const edit = {
    id: 'e',
    name: 'Tag',
    author: ada.id,
    at: time(1),
    changes: [{ of: 'set' as const, kind: 'add' as const, record: setBy(ada) }],
  }
  expect(await clientOf(host).send('article.perform', { id: 'doc', edit })).toEqual(ok({ revision: 4 }))
  expect(log).toEqual([])
})

test.each(['article.burn', '', 'toString', 'constructor', '__proto__'])(
  'there is no call “%s”',
  async (name) => {
    const { host, log } = hostWith({})
    expect(await host(name, {})).toEqual(refuse('invalid', `There is no call “${name}”.`))
    expect(log).toEqual([])
  },
)

test('wrong parameters are refused with their place, before any handler runs', async () => {
  const { host } = hostWith({ 'article.perform': () => expect.unreachable('the handler ran') })
  const record = annotationOf('a', 'claim', 'the cat', [{ start: 4, end: 7 }])
  const perform = (change: object) =>
    host('article.perform', {
      id: 'doc',
      edit: { id: 'e', name: 'n', author: 'p', at: time(1), changes: [change] },
    })
  const wrong = { ...record, span: [{ ...record.span[0], start: 1.5 }] }
  expect(await perform({ of: 'annotation', kind: 'add', record: wrong })).toEqual(
    refuse('invalid', 'article.perform: edit.changes[0].record.span[0].start: expected a whole number'),
  )
  expect(await perform({ of: 'annotation', kind: 'burn', record })).toMatchObject({
    refusal: { message: expect.stringMatching(/^article\.perform: edit\.changes\[0\]\.kind: /) },
  })
  expect(await host('article.open', undefined)).toMatchObject({
    refusal: { code: 'invalid', message: expect.stringMatching(/^article\.open: value: /) },
  })
})

test('a refusal reaches the caller as it was said', async () => {
  const said = refuse('missing', 'The article is not here any more.')
  const { host, log } = hostWith({ 'article.open': async () => said })
  expect(await clientOf(host).send('article.open', { id: 'doc' })).toEqual(said)
  expect(log).toEqual([])
})

test.each(['at once', 'later'])(
  'a handler that throws %s is a bug: logged in full, answered without details',
  async (when) => {
    const bug = new Error('secret path /home/ada')
    const { host, log } = hostWith({
      'preferences.save':
        when === 'later'
          ? () => Promise.reject(bug)
          : () => {
              throw bug
            },
      'article.open':
        when === 'later'
          ? () => Promise.reject(bug)
          : () => {
              throw bug
            },
    })
    const answered = await host('article.open', { id: 'doc' })
    expect(answered).toMatchObject({ ok: false, refusal: { code: 'internal' } })
    expect(JSON.stringify(answered)).not.toContain('secret')
    expect(log).toEqual([bug])
  },
)

test('a reply of another form than the contract’s is a bug of the host, and its place is named', async () => {
  const wrong = clientOf(async () => ({ ok: true, value: { revision: -1 } }))
  const edit = { id: 'e', name: 'Tag', author: ada.id, at: time(1), changes: [] }
  await expect(wrong.send('article.perform', { id: 'doc', edit })).rejects.toThrow(
    /^article\.perform answered wrongly: revision: /,
  )
})

test('events reach those who listen for them, checked, until they are undone', () => {
  const listeners = new Set<(event: string, payload: unknown) => void>()
  const window = client(
    async () => ok({}),
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  )
  const heard: string[] = []
  const undo = window.on('host.trouble', ({ message }) => heard.push(message))
  const announce = (event: string, payload: unknown): void =>
    listeners.forEach((listener) => listener(event, payload))
  announce('host.trouble', { message: 'The disk is full.' })
  announce('command.invoked', { id: 'edit.undo' })
  expect(() => announce('host.trouble', { message: 7 })).toThrow()
  undo()
  announce('host.trouble', { message: 'Again.' })
  expect(heard).toEqual(['The disk is full.'])
})

test('names are `noun.verb`, and no event is also a call', () => {
  for (const name of [...Object.keys(calls), ...Object.keys(events)])
    expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
  expect(Object.keys(events).filter((name) => Object.hasOwn(calls, name))).toEqual([])
})

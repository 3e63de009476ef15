import { expect, test } from 'vitest'
import { largestFrame, pack, unpackCall } from '../../src/api/frames'
import type { Answer } from '../../src/api/wire'
import { type LineEvents, Link } from './link'
import type { ConnectionState } from './platform'

/** A host that does nothing by itself, and a clock that stands still. */
function setup() {
  const dialled: LineEvents[] = []
  const heard: { id: number; call: string }[] = []
  const delays: number[] = []
  const states: ConnectionState[] = []
  let due: (() => void) | undefined
  const link = new Link(
    (events) => {
      dialled.push(events)
      return {
        send(frame) {
          const { id, call } = unpackCall(frame)!
          heard.push({ id, call })
        },
        hangUp: () => events.closed(1000),
      }
    },
    (run, delay) => {
      delays.push(delay)
      due = run
      return () => (due = undefined)
    },
  )
  link.connection.subscribe((state) => states.push(state))
  const answers: Answer[] = []
  return {
    link,
    heard,
    answers,
    delays,
    states,
    lines: () => dialled.length,
    call: (name: string, params: unknown = {}) =>
      void link.transport(name, params).then((answer) => answers.push(answer)),
    open: () => dialled.at(-1)!.opened(),
    lose: (code = 1006) => dialled.at(-1)!.closed(code),
    redial: () => due?.(),
    answer: (id: number, value: unknown) =>
      dialled.at(-1)!.received(pack({ id, answer: { ok: true, value } })),
    receive: (frame: Uint8Array) => dialled.at(-1)!.received(frame),
    announce: (event: string, payload: unknown) => dialled.at(-1)!.received(pack({ event, payload })),
    /** Lets promises that are settled be heard. */
    settled: () => new Promise((resolve) => setTimeout(resolve, 0)),
  }
}

const names = (heard: readonly { call: string }[]) => heard.map(({ call }) => call)

test('calls wait for the first connection and go out in order', async () => {
  const { call, open, heard, answer, answers, settled, link } = setup()
  call('workspace.open')
  call('article.open')
  expect(heard).toEqual([])
  expect(link.connection.state()).toBe('connected')
  open()
  expect(names(heard)).toEqual(['workspace.open', 'article.open'])
  answer(heard[1]!.id, 'second')
  answer(heard[0]!.id, 'first')
  await settled()
  expect(answers).toEqual([
    { ok: true, value: 'second' },
    { ok: true, value: 'first' },
  ])
})

test('a lost connection is told, dialled again ever more slowly, and told when it is back', () => {
  const { open, lose, redial, delays, states, lines } = setup()
  open()
  lose()
  for (let times = 0; times < 6; times++) {
    redial()
    lose()
  }
  expect(delays).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000])
  expect(states).toEqual(['lost'])
  redial()
  open()
  expect(states).toEqual(['lost', 'connected'])
  expect(lines()).toBe(8)
  lose()
  expect(delays.at(-1)).toBe(250)
})

test('what was made while it was lost is sent once it is back, after what may not have arrived', async () => {
  const { call, open, lose, redial, heard, answer, answers, settled } = setup()
  open()
  call('article.perform', { edit: 1 })
  lose()
  call('article.perform', { edit: 2 })
  await settled()
  expect(answers).toEqual([])
  redial()
  open()
  expect(heard.map(({ id }) => id)).toEqual([0, 0, 1])
  answer(0, 'one')
  answer(1, 'two')
  await settled()
  expect(answers).toEqual([
    { ok: true, value: 'one' },
    { ok: true, value: 'two' },
  ])
})

test('a call that must not be done twice is refused when it may have been done', async () => {
  const { call, open, lose, redial, heard, answers, settled } = setup()
  call('host.saveFile')
  lose()
  await settled()
  expect(answers).toEqual([]) // It had not been sent.
  redial()
  open()
  lose()
  await settled()
  expect(answers).toMatchObject([{ ok: false, refusal: { code: 'cancelled' } }])
  redial()
  open()
  expect(names(heard)).toEqual(['host.saveFile'])
})

test.each([1003, 1007, 1009])(
  'what the host could not take (%i) is refused and not sent again',
  async (code) => {
    const { call, open, lose, redial, heard, answers, settled } = setup()
    open()
    call('article.perform')
    lose(code)
    await settled()
    expect(answers).toMatchObject([{ ok: false, refusal: { code: 'internal' } }])
    redial()
    open()
    expect(heard).toHaveLength(1)
  },
)

test('what is too large is refused and never sent', async () => {
  const { call, open, heard, answers, settled } = setup()
  open()
  call('library.add', { files: [{ name: 'a', bytes: new Uint8Array(largestFrame) }] })
  await settled()
  expect(answers).toMatchObject([
    {
      ok: false,
      refusal: { code: 'invalid', message: expect.stringContaining('This is 65 MB, and at most 64 MB') },
    },
  ])
  expect(heard).toEqual([])
})

test('announcements are heard until the listener leaves, and an answer that nobody waits for is nothing', () => {
  const { link, open, announce, answer } = setup()
  const heard: unknown[] = []
  const leave = link.subscribe((event, payload) => heard.push([event, payload]))
  open()
  announce('host.trouble', { message: 'a' })
  answer(99, 'late')
  leave()
  announce('host.trouble', { message: 'b' })
  expect(heard).toEqual([['host.trouble', { message: 'a' }]])
})

test('nonsense from the host is a bug, and said so', () => {
  const { open, receive } = setup()
  open()
  expect(() => receive(new Uint8Array([0xc1]))).toThrow('no message')
})

test('after closing it does not dial again', () => {
  const { link, open, redial, lines } = setup()
  open()
  link.close()
  redial()
  expect(lines()).toBe(1)
})

import { expect, test } from 'vitest'
import { Queue } from './queue'

/** A task that writes down when it begins and ends, and ends when it is told to. */
function taskIn(log: string[], name: string) {
  let end!: () => void
  let fail!: () => void
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = () => reject(new Error(`${name} failed`))
  })
  const run = async (): Promise<string> => {
    log.push(`${name} begins`)
    await ended.finally(() => log.push(`${name} ends`))
    return name
  }
  return { run, end, fail }
}

test('tasks of one key run one at a time and in order, whichever could end first', async () => {
  const log: string[] = []
  const queue = new Queue()
  const [first, second] = [taskIn(log, 'first'), taskIn(log, 'second')]
  const results = [queue.run('a', first.run), queue.run('a', second.run)]
  second.end()
  first.end()
  expect(await Promise.all(results)).toEqual(['first', 'second'])
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
})

test('tasks of different keys run side by side', async () => {
  const log: string[] = []
  const queue = new Queue()
  const [first, other] = [taskIn(log, 'first'), taskIn(log, 'other')]
  const held = queue.run('a', first.run)
  other.end()
  expect(await queue.run('b', other.run)).toBe('other')
  expect(log).toEqual(['first begins', 'other begins', 'other ends'])
  first.end()
  await held
})

test('a task that fails is reported to who gave it, and does not hold up the next one', async () => {
  const log: string[] = []
  const queue = new Queue()
  const [broken, next] = [taskIn(log, 'broken'), taskIn(log, 'next')]
  const failed = expect(queue.run('a', broken.run)).rejects.toThrow('broken failed')
  const done = queue.run('a', next.run)
  broken.fail()
  next.end()
  await failed
  expect(await done).toBe('next')
})

test('a task that throws before it promises is a failed task', async () => {
  const queue = new Queue()
  const thrown = queue.run('a', () => {
    throw new Error('at once')
  })
  await expect(thrown).rejects.toThrow('at once')
})

test('the queue is idle when all that was given has ended, what was added meanwhile included', async () => {
  const log: string[] = []
  const queue = new Queue()
  await queue.idle()
  const [first, added] = [taskIn(log, 'first'), taskIn(log, 'added')]
  const running = queue.run('a', first.run).then(() => queue.run('b', added.run))
  first.end()
  added.end()
  await queue.idle()
  expect(log).toEqual(['first begins', 'first ends', 'added begins', 'added ends'])
  await running
})

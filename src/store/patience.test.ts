import { expect, test } from 'vitest'
import { patiently } from './patience'

/** A task that fails so many times, and how long was waited between. */
function held(times: number, code: string) {
  const waits: number[] = []
  let left = times
  const task = async (): Promise<string> => {
    if (left-- > 0) throw Object.assign(new Error(code), { code, syscall: 'rename' })
    return 'done'
  }
  return { task, waits, wait: async (ms: number) => void waits.push(ms) }
}

test('a file that is held for a moment is waited for, longer each time', async () => {
  const { task, waits, wait } = held(3, 'EBUSY')
  expect(await patiently(task, 12, wait)).toBe('done')
  expect(waits).toEqual([10, 20, 40])
})

test('patience ends', async () => {
  const { task, waits, wait } = held(100, 'EPERM')
  await expect(patiently(task, 12, wait)).rejects.toMatchObject({ code: 'EPERM' })
  expect(waits).toHaveLength(11)
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(5000)
})

test('what will not pass is not waited for', async () => {
  const { task, waits, wait } = held(1, 'ENOSPC')
  await expect(patiently(task, 12, wait)).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(waits).toEqual([])
})

import { expect, test } from 'vitest'
import { Emitter } from '../base/emitter'
import { UnderWay } from './under-way'

test('waits for what has begun, also for what fails, and keeps nothing that has ended', async () => {
  const work = new UnderWay()
  const ends: string[] = []
  const start = new Emitter<void>()
  const promise = new Promise<void>((done) => void start.subscribe(done))
  void work.follow(promise.then(() => ends.push('slow')))
  const failing = work.follow(promise.then(() => Promise.reject(new Error('a bug'))))
  const ended = work.ended().then(() => ends.push('ended'))
  await expect(work.follow(Promise.resolve(7))).resolves.toBe(7)
  expect(ends).toEqual([])
  start.emit()
  await expect(failing).rejects.toThrow('a bug')
  await ended
  expect(ends).toEqual(['slow', 'ended'])
  await work.ended()
})

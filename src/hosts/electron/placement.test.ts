import { expect, test } from 'vitest'
import { type Placement, openingAt, readPlacement, writePlacement } from './placement'

const laptop = { x: 0, y: 0, width: 1440, height: 900 }
const beside = { x: 1440, y: 0, width: 1920, height: 1080 }
const last: Placement = { x: 1600, y: 100, width: 1200, height: 800, maximised: true }

test('a placement that was written is read again, and nothing else is', () => {
  expect(readPlacement(writePlacement(last))).toEqual(last)
  for (const text of ['', '{', '[]', '{"x":1}', writePlacement({ ...last, width: 0.5 })]) {
    expect(readPlacement(text)).toBeUndefined()
  }
})

test('a window opens where it was while its screen is there', () => {
  expect(openingAt(last, [laptop, beside])).toEqual(last)
  const without = openingAt(last, [laptop])
  expect(without).toEqual({ width: 1200, height: 800, maximised: true })
})

test('mostly off the screen is not on it', () => {
  const off = { ...last, x: 1440 - 500 }
  expect(openingAt(off, [laptop])).not.toHaveProperty('x')
  expect(openingAt({ ...off, x: 1440 - 700 }, [laptop])).toMatchObject({ x: 740, y: 100 })
})

test('never larger than the screen, never smaller than can be worked in', () => {
  expect(openingAt(undefined, [{ ...laptop, width: 1200, height: 700 }])).toEqual({
    width: 1200,
    height: 700,
    maximised: false,
  })
  expect(openingAt(undefined, [{ ...laptop, width: 640, height: 480 }])).toMatchObject({
    width: 900,
    height: 600,
  })
  expect(openingAt({ ...last, width: 10, height: 10 }, [laptop])).toMatchObject({ width: 900, height: 600 })
  expect(openingAt(undefined, [])).toMatchObject({ width: 1360, height: 880 })
})

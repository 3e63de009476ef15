/** What differs between two texts: `start`–`end` of the first became `start`–`newEnd` of the second. */
export interface Difference {
  readonly start: number
  readonly end: number
  readonly newEnd: number
}

/** The shortest stretch outside which two texts read the same; undefined when they are equal. */
export function differenceOf(before: string, after: string): Difference | undefined {
  if (before === after) return undefined
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let same = 0
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++
  return { start, end: before.length - same, newEnd: after.length - same }
}

/** Where a place of the first text lies in the second; one that was inside what differs lies behind it. */
export function carryOffset(offset: number, difference: Difference | undefined): number {
  if (!difference || offset <= difference.start) return offset
  const { end, newEnd } = difference
  return offset >= end ? offset + newEnd - end : newEnd
}

/** A rectangle in CSS pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * One box a line, of boxes in the order of the text: a line of text is in several where parts of it are drawn
 * differently.
 */
export function lineBoxes(boxes: readonly Box[]): Box[] {
  const lines: Box[] = []
  for (const box of boxes) {
    if (box.right <= box.left || box.bottom <= box.top) continue
    const last = lines.at(-1)
    if (last && isOneLine(last, box)) {
      lines[lines.length - 1] = {
        left: Math.min(last.left, box.left),
        top: Math.min(last.top, box.top),
        right: Math.max(last.right, box.right),
        bottom: Math.max(last.bottom, box.bottom),
      }
    } else lines.push(box)
  }
  return lines
}

/** Whether the middle of one is within the other. */
function isOneLine(a: Box, b: Box): boolean {
  const middle = (b.top + b.bottom) / 2
  return a.top < middle && middle < a.bottom
}

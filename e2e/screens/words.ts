import type { Locator } from '@playwright/test'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where words stand in a text on screen, and the tags that are drawn under all of them. */
export interface Found {
  /** Just inside the first and the last character, at half the height of their lines. */
  readonly from: Point
  readonly to: Point
  readonly middle: Point
  /** Whether all of them are in view. */
  readonly visible: boolean
  readonly tags: readonly string[]
}

/** Finds the first place that has the words, and scrolls there when it is out of view and `reveal` is set. */
export async function findWords(text: Locator, words: string, { reveal = false } = {}): Promise<Found> {
  await text.waitFor()
  const found = await text.evaluate(look, { words, reveal })
  if (!found) throw new Error(`The article does not show the words “${words}”.`)
  return found
}

/** Runs in the page, so it holds all that it needs. */
async function look(
  text: Element,
  { words, reveal }: { readonly words: string; readonly reveal: boolean },
): Promise<Found | undefined> {
  let pieces = piecesWithWords()
  if (pieces.length === 0) return undefined
  let range = rangeOfPieces()
  const scroller = scrollerOfText()
  if (reveal) await scrollThere()

  const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  const left = boxes[0] ?? range.getBoundingClientRect()
  const right = boxes.at(-1) ?? left
  return {
    from: { x: left.left + 1, y: left.top + left.height / 2 },
    to: { x: right.right - 1, y: right.top + right.height / 2 },
    middle: { x: left.left + left.width / 2, y: left.top + left.height / 2 },
    visible: inView(),
    tags: commonTags(),
  }

  /** The text nodes that hold the words, with the places in them. */
  function piecesWithWords(): { readonly node: CharacterData; readonly from: number; readonly to: number }[] {
    const nodes: CharacterData[] = []
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) if (walker.currentNode instanceof CharacterData) nodes.push(walker.currentNode)
    const start = nodes
      .map(({ data }) => data)
      .join('')
      .indexOf(words)
    if (start < 0) return []
    let before = 0
    return nodes
      .map((node) => {
        const at = start - before
        before += node.length
        return { node, from: Math.max(0, at), to: Math.min(node.length, at + words.length) }
      })
      .filter(({ from, to }) => from < to)
  }

  function rangeOfPieces(): Range {
    const found = document.createRange()
    const first = pieces[0]
    const last = pieces.at(-1)
    if (first && last) found.setStart(first.node, first.from)
    if (first && last) found.setEnd(last.node, last.to)
    return found
  }

  /** Until the words are in view and stay where they are: what comes near is laid out only then, and pushes. */
  async function scrollThere(): Promise<void> {
    let top = Number.NaN
    for (let tries = 0; tries < 60; tries++) {
      // What is drawn anew has the same words in other nodes.
      if (!pieces.every(({ node }) => node.isConnected)) pieces = piecesWithWords()
      range = rangeOfPieces()
      const box = range.getBoundingClientRect()
      const view = scroller.getBoundingClientRect()
      // At the ends of the text it goes no further.
      if (inView() && box.top === top) return
      top = box.top
      if (box.height === 0) pieces[0]?.node.parentElement?.scrollIntoView({ block: 'center' })
      else if (!isAtEase(box)) scroller.scrollTop += box.top + box.height / 2 - (view.top + view.height / 2)
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    }
  }

  /** Whether they stand away from the edges, where a browser scrolls on by itself while something is dragged. */
  function isAtEase(box: DOMRect): boolean {
    const EDGE = 32
    const view = scroller.getBoundingClientRect()
    return box.top >= view.top + EDGE && box.bottom <= view.bottom - EDGE
  }

  function inView(): boolean {
    const box = range.getBoundingClientRect()
    const view = scroller.getBoundingClientRect()
    return box.height > 0 && box.top >= view.top - 2 && box.bottom <= view.bottom + 2
  }

  /** The tags drawn under every piece. */
  function commonTags(): string[] {
    const each = pieces.map(({ node }) => {
      const names: string[] = []
      for (let at = node.parentElement; at && at !== text; at = at.parentElement) {
        if (at.localName === 'mark')
          names.push(...[...at.classList].filter((name) => name.startsWith('tag-')))
      }
      return names.map((name) => name.slice('tag-'.length))
    })
    return [...new Set(each[0])].filter((tag) => each.every((tags) => tags.includes(tag))).toSorted()
  }

  function scrollerOfText(): Element {
    for (let at: Element | null = text; at; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
    }
    return document.documentElement
  }
}

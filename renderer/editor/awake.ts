import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/**
 * Keeps the browser from skipping the sections that the caret is in or can reach with one key: it finds no place for
 * a caret in a section that it skips, and would stop before it or jump over it.
 */
export function awakeSections(): Plugin {
  let held = ''
  let shown: Node | undefined
  let decorations = DecorationSet.empty
  return new Plugin({
    props: {
      decorations({ doc, selection }) {
        const wanted = reachable(doc.childCount, selection.$anchor.index(0), selection.$head.index(0))
        if (wanted.join() !== held || doc !== shown) {
          shown = doc
          held = wanted.join()
          decorations = DecorationSet.create(doc, marksOf(doc, wanted))
        }
        return decorations
      },
    },
  })
}

/** Both ends of the selection with the neighbours of the caret, and the ends of the text. */
export function reachable(count: number, anchor: number, head: number): number[] {
  const sections = [0, count - 1, anchor, head - 1, head, head + 1]
  return [...new Set(sections)].filter((index) => index >= 0 && index < count).toSorted((a, b) => a - b)
}

function marksOf(doc: Node, sections: readonly number[]): Decoration[] {
  const marks: Decoration[] = []
  doc.forEach((section, start, index) => {
    if (sections.includes(index))
      marks.push(Decoration.node(start, start + section.nodeSize, { class: 'awake' }))
  })
  return marks
}

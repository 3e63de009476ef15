import type { EditorView } from 'prosemirror-view'
import type { Interval } from '../../src/base/intervals'
import { canonical } from '../../src/core/document/text'
import { deletedBy } from './deletion'
import type { Handlers } from './locked'
import type { Positions } from './positions'
import type { TextSelection } from './selection'

/** What the handlers of an open text need of its editor; offsets are those of the text as it is shown. */
export interface Writing {
  readonly positions: Positions
  /** What is selected in the browser right now. */
  readonly selection: () => TextSelection
  readonly copied: () => string
  readonly onKey: () => void
  readonly replace: (range: Interval, words: string) => void
}

/**
 * Lets a person write. What the browser would do to the page is stopped and done to the text instead, so that it is
 * known exactly what changed; only what an input method composes is left to it and to ProseMirror.
 */
export function writingHandlers(writing: Writing): Handlers {
  const selected = (): Interval => rangeOf(writing.selection())
  const copy = (_: EditorView, event: Event): boolean => {
    const text = writing.copied()
    if (!(event instanceof ClipboardEvent) || text === '') return true
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    if (event.type === 'cut') writing.replace(selected(), '')
    return true
  }
  return {
    beforeinput(view, event) {
      if (!(event instanceof InputEvent)) return true
      if (event.isComposing || COMPOSED.test(event.inputType)) return false
      event.preventDefault()
      const range = replacedBy(view, event, writing)
      const words = wordsOf(event)
      if (range && words !== undefined) writing.replace(range, words)
      return true
    },
    paste(_, event) {
      event.preventDefault()
      if (!(event instanceof ClipboardEvent)) return true
      const { text } = canonical(event.clipboardData?.getData('text/plain') ?? '')
      if (text !== '') writing.replace(selected(), text)
      return true
    },
    copy,
    cut: copy,
    drop: stop,
    dragstart: stop,
    keydown: () => {
      writing.onKey()
      return true
    },
    keypress: () => true,
    compositionstart() {
      // An input method composes inside one block; what it is to replace goes before.
      const range = selected()
      const { blockAt } = writing.positions
      if (blockAt(range.start) !== blockAt(range.end)) writing.replace(range, '')
      return false
    },
  }
}

const COMPOSED = /Composition/

function stop(_: EditorView, event: Event): boolean {
  event.preventDefault()
  return true
}

/** What an input event puts into the text: words, nothing for a deletion, undefined when it is not for a text. */
function wordsOf(event: InputEvent): string | undefined {
  if (event.inputType === 'insertParagraph' || event.inputType === 'insertLineBreak') return '\n'
  if (event.inputType === 'insertText' || event.inputType === 'insertReplacementText') {
    const words = event.data ?? event.dataTransfer?.getData('text/plain')
    return words === undefined || words === '' ? undefined : canonical(words).text
  }
  return DELETED.test(event.inputType) ? '' : undefined
}

const DELETED = /^delete(Content|Word|(Soft|Hard|Entire)(Soft|Hard)?Line)/

function replacedBy(view: EditorView, event: InputEvent, writing: Writing): Interval | undefined {
  const selected = rangeOf(writing.selection())
  if (selected.start < selected.end && event.inputType !== 'insertReplacementText') return selected
  const told = event.getTargetRanges()[0]
  const { toOffset } = writing.positions
  const target = told && {
    start: toOffset(view.posAtDOM(told.startContainer, told.startOffset)),
    end: toOffset(view.posAtDOM(told.endContainer, told.endOffset)),
  }
  if (DELETED.test(event.inputType)) return deletedBy(view, event.inputType, selected.start, target, writing)
  return event.inputType === 'insertReplacementText' ? (target ?? selected) : selected
}

const rangeOf = ({ anchor, head }: TextSelection): Interval => ({
  start: Math.min(anchor, head),
  end: Math.max(anchor, head),
})

import { type DOMOutputSpec, type Node, Schema } from 'prosemirror-model'

/**
 * The editor's document is nearly flat: sections only group blocks so that the browser can skip what is off screen.
 * Annotations are no part of it. Nothing is selectable as a node: a selection is always one of text.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'section+' },
    section: {
      content: 'block+',
      selectable: false,
      /** Lines it is likely to take, so that the scroll bar is nearly right before it has ever been laid out. */
      attrs: { lines: { default: 1, validate: 'number' } },
      toDOM: ({ attrs }) => ['div', { class: 'section', style: `--lines: ${attrs['lines']}` }, 0],
    },
    block: {
      content: 'text*',
      selectable: false,
      attrs: {
        kind: { default: 'paragraph', validate: 'string' },
        level: { default: null, validate: 'number|null' },
      },
      toDOM: drawBlock,
    },
    text: {},
  },
})

function drawBlock({ attrs: { kind, level } }: Node): DOMOutputSpec {
  // Each block finds its own direction, so that Arabic and Hebrew read right beside Latin.
  const common = { class: `block ${kind}`, dir: 'auto' }
  if (kind === 'heading') return ['div', { ...common, role: 'heading', 'aria-level': String(level ?? 2) }, 0]
  return ['div', common, 0]
}

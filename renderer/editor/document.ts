import type { Node } from 'prosemirror-model'
import type { Block } from '../../src/core/document/blocks'
import { schema } from './schema'

/** Blocks in a section. Sections of one block make every frame of a long text dearer; larger ones make jumps jerk. */
export const SECTION = 40

const LINE = 70 // characters that fit the column

/** The document that the view shows: every block of the text, in sections of `SECTION`. */
export function documentOf(text: string, blocks: readonly Block[]): Node {
  const sections: Node[] = []
  for (let at = 0; at < blocks.length; at += SECTION) {
    const held = blocks.slice(at, at + SECTION)
    const lines = Math.round(held.reduce((sum, block) => sum + linesOf(block), 0))
    sections.push(
      schema.node(
        'section',
        { lines },
        held.map((block) => nodeOf(text, block)),
      ),
    )
  }
  return schema.node('doc', null, sections)
}

function nodeOf(text: string, { start, end, kind, level }: Block): Node {
  const content = end > start ? schema.text(text.slice(start, end)) : undefined
  return schema.node('block', { kind, level: level ?? null }, content)
}

const linesOf = ({ start, end, kind }: Block): number =>
  kind === 'blank' ? 0.7 : Math.ceil(Math.max(1, end - start) / LINE)

import type { Node } from 'prosemirror-model'
import type { Block } from '../../src/core/document/blocks'
import { schema } from './schema'

/** Blocks in a section. Sections of one block make every frame of a long text dearer; larger ones make jumps jerk. */
export const SECTION = 40

const LINE = 70 // characters that fit the column

/** The document that the view shows: every block of the text, in sections of `SECTION`. */
export function documentOf(text: string, blocks: readonly Block[]): Node {
  return schema.node('doc', null, sectionsOf(text, blocks))
}

/**
 * The document of a text that has changed. Sections that read the same are those of `before`, so that a view has
 * nothing to do for them; the others keep what they were guessed to be tall, since by now they are measured.
 */
export function renewedDocument(before: Node, text: string, blocks: readonly Block[]): Node {
  const sections = sectionsOf(text, blocks).map((section, index) => {
    const old = before.maybeChild(index)
    if (!old) return section
    return old.content.eq(section.content) ? old : old.copy(section.content)
  })
  return schema.node('doc', null, sections)
}

function sectionsOf(text: string, blocks: readonly Block[]): Node[] {
  const sections: Node[] = []
  for (let at = 0; at < blocks.length; at += SECTION) {
    const held = blocks.slice(at, at + SECTION)
    const lines = Math.round(held.reduce((sum, block) => sum + linesOf(block), 0))
    const nodes = held.map((block) => nodeOf(text, block))
    sections.push(schema.node('section', { lines }, nodes))
  }
  return sections
}

function nodeOf(text: string, { start, end, kind, level }: Block): Node {
  const content = end > start ? schema.text(text.slice(start, end)) : undefined
  return schema.node('block', { kind, level: level ?? null }, content)
}

const linesOf = ({ start, end, kind }: Block): number =>
  kind === 'blank' ? 0.7 : Math.ceil(Math.max(1, end - start) / LINE)

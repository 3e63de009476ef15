import { SaxesParser } from 'saxes'
import { type Outcome, ok, refuse } from '../../../base/outcome'
import type { SetFile } from '../set-file'

const DEEPEST = 64 // a sheet has no more than ten elements within another

/** What is asked of a part of a workbook while it is read; names come without their prefixes. */
export interface Handlers {
  open?(name: string, attributes: ReadonlyMap<string, string>): void
  text?(words: string): void
  close?(name: string): void
}

/**
 * Reads a part of a workbook. One with a document type is refused: spreadsheets write none, and it could make a few
 * bytes stand for very many.
 */
export function readXml(file: SetFile, handlers: Handlers): Outcome<undefined> {
  const text = file.text
  if (!text.ok) return text
  const parser = new SaxesParser()
  let depth = 0
  parser.on('error', (error) => {
    throw new Broken(`it is no XML: ${error.message.replace(/\.$/, '')}`)
  })
  parser.on('doctype', () => {
    throw new Broken('it has a document type')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw new Broken('its elements are within one another too deep')
    handlers.open?.(
      localName(name),
      new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
    )
  })
  parser.on('text', (words) => handlers.text?.(words))
  parser.on('cdata', (words) => handlers.text?.(words))
  parser.on('closetag', ({ name }) => {
    depth--
    handlers.close?.(localName(name))
  })
  try {
    parser.write(text.value).close()
    return ok(undefined)
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    return refuse('unreadable', `“${file.name}” was not read: ${error.message}.`)
  }
}

/** Ends the reading of a part. */
class Broken extends Error {}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

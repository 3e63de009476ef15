import { type Outcome, ok, refuse } from '../../../base/outcome'
import type { SetFile } from '../set-file'
import { walkXml } from '../xml'

const DEEPEST = 64 // a sheet has no more than ten elements within another

/** What is asked of a part of a workbook while it is read; names come without their prefixes. */
export interface Handlers {
  open?(name: string, attributes: ReadonlyMap<string, string>): void
  text?(words: string): void
  close?(name: string): void
}

/** Reads a part of a workbook. */
export function readXml(file: SetFile, handlers: Handlers): Outcome<undefined> {
  const xml = file.text
  if (!xml.ok) return xml
  const trouble = walkXml(
    xml.value,
    {
      open: ({ local, attributes }) =>
        handlers.open?.(
          local,
          new Map(Object.values(attributes).map((attribute) => [attribute.local, attribute.value])),
        ),
      text: (words) => handlers.text?.(words),
      close: ({ local }) => handlers.close?.(local),
    },
    DEEPEST,
  )
  if (trouble === undefined) return ok(undefined)
  return refuse('unreadable', `“${file.name}” was not read as XML: ${trouble}.`)
}

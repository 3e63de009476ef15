import type { Problems } from '../problems'
import { numberedLines } from '../set-file'

export interface Row {
  readonly token: string
  /** The number of its line in the file. */
  readonly line: number
}

/** An entity: the numbers of its first token and of the one behind its last. */
export interface Entity {
  readonly label: string
  readonly start: number
  readonly end: number
}

/** One document of a file, which may hold several, each after a `-DOCSTART-`. */
export interface Table {
  readonly rows: readonly Row[]
  /** Where sentences begin, by the numbers of their first tokens. */
  readonly sentences: ReadonlySet<number>
  readonly entities: readonly Entity[]
  /** Whether an entity begins with I-, as in IOB1. */
  readonly iob1: boolean
}

/** Every scheme at once: L and U are what BILOU has for E and S. */
const TAG = /^(?:O|([BIESLU])-(\S.*))$/s
const isTag = (column: string | undefined): boolean => column !== undefined && TAG.test(column)

/** The columns of a row, which tabs part, or else blanks; none of them empty at its end. */
function columnsOf(line: string): string[] {
  if (!line.includes('\t')) return line.split(' ').filter((column) => column !== '')
  const columns = line.split('\t').map((column) => column.trim())
  while (columns.at(-1) === '') columns.pop()
  return columns
}

const isComment = (columns: readonly string[]): boolean =>
  columns[0]!.startsWith('#') && !(columns.length > 1 && isTag(columns.at(-1)))

/** Whether this is how a file of rows with tags begins; `whole` when it is not cut off. */
export function looksLikeRows(head: string, whole: boolean): boolean {
  const lines = numberedLines(head)
  const columns = (whole ? lines : lines.slice(0, -1))
    .map(({ line }) => columnsOf(line))
    .filter((row) => row.length > 0 && !isComment(row))
  const good = columns.filter(
    (row) => row[0] === '-DOCSTART-' || (row.length > 1 && row[0] && isTag(row.at(-1))),
  )
  // A few rows without a tag do not make it another format.
  return columns.length > 0 && good.length * 5 >= columns.length * 4
}

/** Reads the rows of a file. A row that is wrong is a token without a tag, so that the others keep their places. */
export function tablesIn(name: string, content: string, problems: Problems): Table[] {
  const tables: Table[] = []
  let builder = new TableBuilder()
  const finish = () => {
    if (builder.rows.length > 0) tables.push(builder.table())
    builder = new TableBuilder()
  }
  for (const { line, number } of numberedLines(content)) {
    const columns = columnsOf(line)
    if (columns.length === 0) builder.endSentence()
    else if (columns[0] === '-DOCSTART-') finish()
    else if (!isComment(columns)) {
      const token = columns[0] ?? ''
      const tag = TAG.exec(columns.length > 1 ? columns.at(-1)! : '')
      if (token === '') problems.add(`${name} line ${number}`, 'It has no token in its first column.')
      else if (tag) builder.take({ token, line: number }, tag[1], tag[2]?.trim())
      else {
        const found = columns.length > 1 ? `“${columns.at(-1)!.slice(0, 40)}”` : 'nothing'
        problems.add(
          `${name} line ${number}`,
          `Its last column must be O or a tag such as B-Claim, and is ${found}; it was read as O.`,
        )
        builder.take({ token, line: number })
      }
    }
  }
  finish()
  return tables
}

class TableBuilder {
  readonly rows: Row[] = []
  readonly #sentences = new Set<number>()
  readonly #entities: Entity[] = []
  #open: { readonly label: string; readonly start: number } | undefined
  #iob1 = false
  #begins = true

  take(row: Row, prefix?: string, label?: string): void {
    const at = this.rows.length
    if (this.#begins) this.#sentences.add(at)
    this.#begins = false
    if (prefix === undefined || label === undefined) this.#close()
    else {
      if (this.#open?.label !== label || 'BSU'.includes(prefix)) {
        this.#close()
        this.#open = { label, start: at }
        if (prefix === 'I') this.#iob1 = true
      }
    }
    this.rows.push(row)
    if (prefix !== undefined && 'ESLU'.includes(prefix)) this.#close()
  }

  endSentence(): void {
    this.#close()
    this.#begins = true
  }

  #close(): void {
    if (this.#open) this.#entities.push({ ...this.#open, end: this.rows.length })
    this.#open = undefined
  }

  table(): Table {
    this.#close()
    return { rows: this.rows, sentences: this.#sentences, entities: this.#entities, iob1: this.#iob1 }
  }
}

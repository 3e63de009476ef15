/** A column of a row behind its token. */
export interface Column {
  /** A feature; where a relation comes from; as what, and to what, it leads; nothing but that there is one. */
  readonly kind: 'feature' | 'source' | 'role' | 'slot' | 'none'
  readonly name: string
  /** Its place in a row, from 0 for the first behind the token. */
  readonly at: number
}

/** A layer as the head of a file declares it. */
export interface Layer {
  readonly kind: 'span' | 'relation' | 'chain'
  readonly type: string
  readonly columns: readonly Column[]
  /** The type of the layer whose annotations a relation joins. */
  readonly base?: string
}

const KINDS = new Map<string, Layer['kind']>([
  ['SP', 'span'],
  ['RL', 'relation'],
  ['CH', 'chain'],
])

/** The layers that the lines behind the first declare: `#T_SP=webanno.custom.Span|label`. */
export function layersIn(lines: readonly { readonly line: string }[]): Layer[] {
  const layers: Layer[] = []
  let at = 0
  for (const { line } of lines.slice(1)) {
    const [, letters, rest] = /^#T_([A-Z]{2})=(.*)$/.exec(line) ?? []
    const kind = letters === undefined ? undefined : KINDS.get(letters)
    if (kind === undefined) break
    const [type = '', ...names] = rest!.split('|').filter((name) => name !== '')
    const columns = (names.length > 0 ? names : ['']).map((name, k) => ({
      kind: columnKind(kind, name, names[k - 1]),
      name,
      at: at++,
    }))
    const base = columns.find((column) => column.kind === 'source')?.name.slice('BT_'.length)
    layers.push({ kind, type, columns, ...(base === undefined ? {} : { base }) })
  }
  return layers
}

function columnKind(layer: Layer['kind'], name: string, before = ''): Column['kind'] {
  if (name === '') return 'none'
  if (layer === 'relation' && name.startsWith('BT_')) return 'source'
  // A role, and behind it the type of what it leads to.
  if (layer === 'span' && name.startsWith('ROLE_')) return 'role'
  if (layer === 'span' && before.startsWith('ROLE_')) return 'slot'
  return 'feature'
}

/** One of the values of a cell: the annotation is the file's n-th when it has a number. */
export interface Value {
  /** Undefined for none. */
  readonly words?: string
  /** `3`, or `1_2` for a relation. */
  readonly id?: string
}

/** The values of a cell, one for each annotation that its token has; none for `_`. */
export function valuesIn(cell: string): Value[] {
  if (cell === '_' || cell === '') return []
  const values: Value[] = []
  let start = 0
  let bracket = -1
  for (let at = 0; at <= cell.length; at++) {
    if (cell[at] === '\\' && at + 1 < cell.length) {
      at++
      continue
    }
    if (cell[at] === '[') bracket = at
    if (at < cell.length && cell[at] !== '|') continue
    values.push(valueOf(cell.slice(start, at), bracket - start))
    start = at + 1
    bracket = -1
  }
  return values
}

/** A value and its number in brackets, if they are its last. */
function valueOf(part: string, bracket: number): Value {
  const id = bracket < 0 ? undefined : /^\[(\d{1,9}(?:_\d{1,9})?)\]$/.exec(part.slice(bracket))?.[1]
  const words = id === undefined ? part : part.slice(0, bracket)
  return { ...(words === '*' ? {} : { words: unescapeValue(words) }), ...(id === undefined ? {} : { id }) }
}

const unescapeValue = (value: string): string =>
  value.replace(/\\(->|[\\[\]|_;tn*])/g, (_, one: string) => (one === 't' ? '\t' : one === 'n' ? '\n' : one))

import { type Outcome, ok, refuse } from '../../src/base/outcome'
import { joinAttributes } from '../../src/core/codebook/adopt'
import { type Codebook, type Tag, codebook as schema } from '../../src/core/codebook/codebook'
import { withLastingIds } from './codebook-ids'

/** A codebook as a file for other workspaces. */
export const writeCodebook = (codebook: Codebook): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${JSON.stringify(withLastingIds(codebook), undefined, 2)}\n`)

/** A codebook from a file, or a sentence about what is wrong with it. */
export function readCodebook(name: string, bytes: Uint8Array): Outcome<Codebook> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('unreadable', `“${name}” is no JSON file.`)
  }
  const read = schema.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    return refuse(
      'invalid',
      `“${name}” is no codebook: ${issue?.path.join('.') || 'file'}: ${issue?.message}.`,
    )
  }
  const doubled = doubledId(read.data)
  return doubled === undefined
    ? ok(read.data)
    : refuse('invalid', `“${name}” has the id “${doubled}” twice in one list.`)
}

function doubledId({ tags, links }: Codebook): string | undefined {
  const attributes = tags.flatMap((tag) => tag.attributes)
  const options = attributes.flatMap((attribute) => (attribute.kind === 'choice' ? [attribute.options] : []))
  for (const list of [tags, links, ...tags.map((tag) => tag.attributes), ...options]) {
    const ids = list.map(({ id }) => id)
    const doubled = ids.find((id, k) => ids.indexOf(id) !== k)
    if (doubled !== undefined) return doubled
  }
  return undefined
}

/**
 * A draft that was made from `before`, on top of what the codebook has become in the meantime: what the draft did not
 * change is as it is now, and what came since is there.
 */
export function rebased(before: Codebook, draft: Codebook, now: Codebook): Codebook {
  return {
    id: now.id,
    version: now.version,
    name: draft.name === before.name ? now.name : draft.name,
    tags: pickEach<Tag>(before.tags, draft.tags, now.tags, (newer, tag) => ({
      ...tag,
      attributes: joinAttributes(newer.attributes, tag.attributes, (attribute) => attribute),
    })),
    links: pickEach(before.links, draft.links, now.links, (_, type) => type),
  }
}

/** Of each item the draft's own state if it changed it, else the current one; then what is new. */
function pickEach<T extends { readonly id: string }>(
  from: readonly T[],
  wanted: readonly T[],
  current: readonly T[],
  merge: (current: T, wanted: T) => T,
): T[] {
  const kept = wanted.map((item) => {
    const newer = current.find(({ id }) => id === item.id)
    const older = from.find(({ id }) => id === item.id)
    if (!newer) return item
    return same(older, item) ? newer : merge(newer, item)
  })
  return [...kept, ...current.filter(({ id }) => !wanted.some((item) => item.id === id))]
}

/** Whether two values hold the same, in whatever order their fields came. */
export const same = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other)

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

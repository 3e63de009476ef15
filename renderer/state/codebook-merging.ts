import { type Outcome, ok, refuse } from '../../src/base/outcome'
import type { Attribute, Option } from '../../src/core/codebook/attribute'
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
 * A foreign codebook as the next version of ours: what it lacks is retired, since annotations may have it; what it
 * has under an id of ours takes the place of that. A kind of attribute stays, because values of it were given.
 */
export const adopted = (ours: Codebook, foreign: Codebook): Codebook => ({
  id: ours.id,
  version: ours.version,
  name: foreign.name,
  tags: keepingAll(ours.tags, foreign.tags, (own, tag) => ({
    ...tag,
    attributes: attributesKept(own.attributes, tag.attributes, true),
  })),
  links: keepingAll(ours.links, foreign.links, (_, type) => type),
})

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
      attributes: attributesKept(newer.attributes, tag.attributes, false),
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

/** Those of the second list, then those of the first that it lacks, retired if `retiring`. */
function attributesKept(
  ours: readonly Attribute[],
  theirs: readonly Attribute[],
  retiring: boolean,
): Attribute[] {
  return keepingAll(
    ours,
    theirs,
    (own, attribute) => {
      if (own.kind !== attribute.kind) return own
      if (own.kind !== 'choice' || attribute.kind !== 'choice') return attribute
      return {
        ...attribute,
        options: keepingAll<Option>(own.options, attribute.options, (_, option) => option, retiring),
      }
    },
    retiring,
  )
}

function keepingAll<T extends { readonly id: string; readonly retired: boolean }>(
  ours: readonly T[],
  theirs: readonly T[],
  merge: (own: T, their: T) => T,
  retiring = true,
): T[] {
  const known = new Map(ours.map((item) => [item.id, item]))
  const named = new Set(theirs.map(({ id }) => id))
  return [
    ...theirs.map((item) => {
      const own = known.get(item.id)
      return own ? merge(own, item) : item
    }),
    ...ours.flatMap((item) => (named.has(item.id) ? [] : [retiring ? { ...item, retired: true } : item])),
  ]
}

/** Whether two values hold the same, in whatever order their fields came. */
export const same = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other)

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

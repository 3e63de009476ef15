import { z } from 'zod'
import { id } from '../../base/id'

const shared = {
  id,
  name: z.string().min(1).max(60),
  description: z.string().max(2000).default(''),
  /** No longer offered; what was given keeps its meaning. */
  retired: z.boolean().default(false),
}

/** One of the values that a choice offers. */
export const option = z.object({
  id,
  name: z.string().min(1).max(60),
  retired: z.boolean().default(false),
})
export type Option = z.infer<typeof option>

/** Something that is said of an annotation beside its tag, such as the kind of a claim or the value of a figure. */
export const attribute = z.discriminatedUnion('kind', [
  /** The id of one of its options. */
  z.object({ ...shared, kind: z.literal('choice'), options: z.array(option).min(1).max(50) }),
  z.object({ ...shared, kind: z.literal('text') }),
  z.object({ ...shared, kind: z.literal('number') }),
])
export type Attribute = z.infer<typeof attribute>

export const attributeValue = z.union([z.string().max(10_000), z.number(), z.boolean()])
export type AttributeValue = z.infer<typeof attributeValue>

/** What a value is called: the name of the chosen option, otherwise the value itself. */
export function nameOfValue(known: Attribute | undefined, value: AttributeValue): string {
  const chosen =
    known?.kind === 'choice' ? known.options.find((candidate) => candidate.id === value) : undefined
  return chosen?.name ?? String(value)
}

import type { Codebook, LinkType } from './codebook'

/** How a link type may join two tags: as they are given, or the other way round. */
export interface Joining {
  readonly type: LinkType
  readonly turned: boolean
}

/** How `type` may join annotations of these tags; undefined when it may not, in either direction. */
export function joiningOf(type: LinkType, from: string, to: string): Joining | undefined {
  if (type.ends.some((pair) => pair.from === from && pair.to === to)) return { type, turned: false }
  if (type.ends.some((pair) => pair.from === to && pair.to === from)) return { type, turned: true }
  return undefined
}

/** Every offered way to join annotations of these tags, in the order of the codebook. */
export const joiningsBetween = ({ links }: Codebook, from: string, to: string): Joining[] =>
  links.flatMap((type) => (type.retired ? [] : (joiningOf(type, from, to) ?? [])))

/** The tags to which an annotation of this tag may be linked by some offered type. */
export const linkableTags = ({ links }: Codebook, tag: string): ReadonlySet<string> =>
  new Set(
    links.flatMap(({ ends, retired }) =>
      retired
        ? []
        : ends.flatMap(({ from, to }) => [...(from === tag ? [to] : []), ...(to === tag ? [from] : [])]),
    ),
  )

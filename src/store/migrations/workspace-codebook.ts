import type { Migration } from '../migrate'
import { news2 } from './news-2'

/**
 * Attributes of tags, and link types that name the pairs of tags they join, came with version 0.2. The first codebook
 * is kept as an earlier version; the news codebook, which nobody could have edited before, becomes its second.
 */
export const workspaceCodebook: Migration = {
  id: '0001-codebook-with-attributes',
  up(data) {
    const first = data['codebook'] as OldCodebook
    const earlier = {
      ...first,
      tags: first.tags.map((tag) => ({ ...tag, takes: 'word', attributes: [], retired: false })),
      links: first.links.map(({ id, name, from, to }) => ({
        id,
        name,
        inverse: '',
        ends: from.flatMap((one) => to.map((other) => ({ from: one, to: other }))),
        retired: false,
      })),
    }
    return { ...data, codebook: { ...earlier, version: first.version + 1, ...news2 }, earlier: [earlier] }
  },
}

interface OldCodebook {
  readonly version: number
  readonly tags: readonly Record<string, unknown>[]
  readonly links: readonly {
    readonly id: string
    readonly name: string
    readonly from: readonly string[]
    readonly to: readonly string[]
  }[]
}

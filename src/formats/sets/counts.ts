import type { IncomingSets } from './incoming'

/** A label of a file, and how many annotations have it. */
export interface Counts {
  readonly label: string
  readonly count: number
}

/** The labels that annotations of an import have, the most frequent first. */
export function countLabels({ documents }: IncomingSets): Counts[] {
  const counts = new Map<string, number>()
  for (const { annotations } of documents)
    for (const { tag } of annotations) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].map(([label, count]) => ({ label, count })).toSorted((a, b) => b.count - a.count)
}

/** The items in lots that have no node in common with each other, as far as they can be taken apart. */
export function lotsOf<T>(
  items: readonly T[],
  nodes: number,
  nodesOf: (item: T) => readonly number[],
): Iterable<T[]> {
  const parent = Int32Array.from({ length: nodes }, (_, node) => node)
  const root = (node: number): number => {
    let at = node
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  for (const item of items) {
    const [first, ...others] = nodesOf(item)
    for (const other of others) parent[root(other)] = root(first!)
  }
  const lots = new Map<number, T[]>()
  for (const item of items) {
    const at = root(nodesOf(item)[0]!)
    const lot = lots.get(at)
    if (lot) lot.push(item)
    else lots.set(at, [item])
  }
  return lots.values()
}

// What vitest uses of newer Nodes and Node 20 lacks: without it, vitest crashes where it should report a failed test.

/**
 * @template Item, Key
 * @param {Iterable<Item>} items
 * @param {(item: Item, index: number) => Key} keyOf
 */
function mapGroups(items, keyOf) {
  /** @type {Map<Key, Item[]>} */
  const groups = new Map()
  for (const [index, item] of [...items].entries()) {
    const key = keyOf(item, index)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}

/**
 * @param {Iterable<unknown>} items
 * @param {(item: unknown, index: number) => PropertyKey} keyOf
 */
function objectGroups(items, keyOf) {
  return Object.fromEntries(mapGroups(items, keyOf))
}

/**
 * @param {object} owner
 * @param {Function} groupBy
 */
function provide(owner, groupBy) {
  if (!('groupBy' in owner)) Object.defineProperty(owner, 'groupBy', { value: groupBy })
}

provide(Map, mapGroups)
provide(Object, objectGroups)

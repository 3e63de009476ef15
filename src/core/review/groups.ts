/** Values by a key that several of them may share. */
export class Groups<K, V> {
  readonly #values = new Map<K, Set<V>>()

  static by<K, V>(values: Iterable<V>, keyOf: (value: V) => K): Groups<K, V> {
    const groups = new Groups<K, V>()
    for (const value of values) groups.add(keyOf(value), value)
    return groups
  }

  add(key: K, value: V): void {
    const values = this.#values.get(key)
    if (values) values.add(value)
    else this.#values.set(key, new Set([value]))
  }

  delete(key: K, value: V): void {
    this.#values.get(key)?.delete(value)
  }

  /** The values of a key, in the order in which they came; a list of its own, so that they may go meanwhile. */
  of(key: K): V[] {
    return [...(this.#values.get(key) ?? [])]
  }
}

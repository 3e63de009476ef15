/**
 * A function that works out once what it makes of an object, and keeps it as long as the object is there. For what
 * several measures make of the same marks, which are never changed.
 */
export function kept<K extends object, V extends {}>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>()
  return (of) => {
    let found = known.get(of)
    if (found === undefined) known.set(of, (found = make(of)))
    return found
  }
}

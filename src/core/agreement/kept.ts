/** What extends it has for its instances the very objects that they are made of. */
const Itself = function (of: object): object {
  return of
} as unknown as new (of: object) => object

/**
 * A function that works out once what it makes of an object, and keeps it as long as the object is there. For what
 * several measures make of the same marks, which are never changed.
 *
 * It is kept in a private field that the object is given, which neither copying nor comparing sees. A `WeakMap` would do
 * the same; but it is old and what it holds of a text is young, so that the collector would carry all of that over before
 * it finds that nobody wants it any more, which took a quarter of the time of a survey.
 */
export function kept<K extends object, V extends {}>(make: (of: K) => V): (of: K) => V {
  class Keeper extends Itself {
    #value: V
    constructor(of: K, value: V) {
      super(of)
      this.#value = value
    }
    static keep(of: K, value: V): V {
      return new Keeper(of, value).#value
    }
    static of(object: object): V | undefined {
      return #value in object ? object.#value : undefined
    }
  }
  return (of) => {
    const known = Keeper.of(of)
    if (known !== undefined) return known
    const value = make(of)
    // What is frozen cannot be given a field everywhere; then it is worked out each time.
    return Object.isExtensible(of) ? Keeper.keep(of, value) : value
  }
}

/** The same for two objects; it is kept as long as the first of them. */
export function keptOfTwo<K extends object, V extends {}>(
  make: (one: K, other: K) => V,
): (one: K, other: K) => V {
  const others = kept<K, Map<K, V>>(() => new Map())
  return (one, other) => {
    const known = others(one)
    let found = known.get(other)
    if (found === undefined) known.set(other, (found = make(one, other)))
    return found
  }
}

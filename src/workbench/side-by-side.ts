/** Does something with each of `list`, at most `most` at a time. The results are in the order of the list. */
export async function sideBySide<T, R>(
  list: readonly T[],
  most: number,
  task: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const waiting = list.entries()
  const work = async (): Promise<void> => {
    for (const [at, item] of waiting) results[at] = await task(item)
  }
  await Promise.all(Array.from({ length: Math.min(most, list.length) }, work))
  return results
}

/**
 * Works on as many items at once as `atOnce` says and gives the results in the items' order; what was begun is done
 * when this ends, also when the items break off. `work` may not throw.
 * @param keyOf items of one key are worked on one after the other, so that the first of them is the first
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
  keyOf: (item: Item) => string | undefined = () => undefined,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = []
  const lastOf = new Map<string, Promise<Result>>()
  const begin = (item: Item): Promise<Result> => {
    const key = keyOf(item)
    if (key === undefined) return work(item)
    const before = lastOf.get(key)
    const result = before ? before.then(() => work(item)) : work(item)
    lastOf.set(key, result)
    return result
  }
  try {
    for await (const item of items) {
      underWay.push(begin(item))
      const first = underWay.length === atOnce ? underWay.shift() : undefined
      if (first) yield await first
    }
    for (const result of underWay) yield await result
  } finally {
    await Promise.all(underWay)
  }
}

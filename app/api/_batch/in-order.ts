/**
 * Works on as many items at once as `atOnce` says and gives the results in the items' order; what was begun is done
 * when this ends, also when the items break off. `work` may not throw.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = []
  try {
    for await (const item of items) {
      underWay.push(work(item))
      const first = underWay.length === atOnce ? underWay.shift() : undefined
      if (first) yield await first
    }
    for (const result of underWay) yield await result
  } finally {
    await Promise.all(underWay)
  }
}

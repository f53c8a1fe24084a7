/**
 * JSON lines as they are made. What the reader does not take yet waits here, and does not hold up the making: a client
 * that sends all before it reads anything would otherwise wait for ever. A batch's results are a few megabytes at most.
 */
export const jsonLinesOf = (results: AsyncIterable<object>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let isLeft = false
  const make = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    try {
      for await (const result of results)
        if (!isLeft) controller.enqueue(encoder.encode(`${JSON.stringify(result)}\n`))
      if (!isLeft) controller.close()
    } catch (error) {
      if (!isLeft) controller.error(error)
    }
  }
  return new ReadableStream({
    start: (controller) => void make(controller),
    cancel: () => {
      isLeft = true
    },
  })
}

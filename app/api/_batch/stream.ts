/**
 * JSON lines as they are made. What the reader does not take yet waits here, and does not hold up the making: a client
 * that sends all before it reads anything would otherwise wait for ever. A batch's answers are few megabytes at most.
 */
export const jsonLinesOf = (answers: AsyncIterable<object>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let isLeft = false
  const make = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    try {
      for await (const answer of answers)
        if (!isLeft) controller.enqueue(encoder.encode(`${JSON.stringify(answer)}\n`))
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

import { documents } from "@/lib/store/table"

const named = (name: string, code?: string) =>
  Object.assign(new Error(name), { name, ...(code ? { code } : {}) })

/** How a try of a request can end without an answer: done all the same, or not, or never sent. */
export type Loss = "done" | "not-done" | "unsent"

/**
 * Runs something while the first tries of writes lose their answers, each as `losses` says, and all others come
 * through.
 * @param isSilent reads are not answered either, once a write was not
 * @returns what came of it, and how many tries of writes there were
 */
export const withLostAnswers = async <Result>(
  losses: readonly Loss[],
  run: () => Promise<Result>,
  { isSilent = false } = {},
): Promise<{ result: PromiseSettledResult<Result>; tries: number }> => {
  const name = "lost-answers"
  let tries = 0
  documents.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        // Of updates, those of the table: how often somebody comes is counted elsewhere.
        const { TableName = "" } = args.input as { TableName?: string }
        const isUpdate = /^Update/.test(commandName) && TableName === process.env.TABLE_NAME
        if (!isUpdate && !/^(Put|TransactWrite)/.test(commandName)) {
          if (tries > 0 && tries <= losses.length && isSilent) throw named("TimeoutError")
          return next(args)
        }
        const loss = losses[tries]
        tries += 1
        if (loss === undefined) return next(args)
        if (loss === "unsent") throw named("Error", "ECONNREFUSED")
        if (loss === "done") await next(args).catch(() => undefined)
        throw named("TimeoutError")
      },
    // Inside each try, before it is signed.
    { step: "finalizeRequest", priority: "low", name },
  )
  try {
    const [result] = await Promise.allSettled([run()])
    return { result, tries }
  } finally {
    documents.middlewareStack.remove(name)
  }
}

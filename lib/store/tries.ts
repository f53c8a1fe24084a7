import { AsyncLocalStorage } from "node:async_hooks"
import { isKnownUndone } from "@/lib/kernel/store-silent"
import { dynamo } from "./table"

const watchers = new AsyncLocalStorage<() => void>()

dynamo.middlewareStack.add(
  (next) => async (args) => {
    try {
      return await next(args)
    } catch (error) {
      if (!isKnownUndone(error)) watchers.getStore()?.()
      throw error
    }
  },
  // Within each try.
  { step: "finalizeRequest", priority: "low", name: "watchTries" },
)

/**
 * Runs a request that the SDK tries again by itself.
 * @param unsure told when a try may have been done though no answer came
 */
export const watched = <Answer>(send: () => Promise<Answer>, unsure: () => void): Promise<Answer> =>
  watchers.run(unsure, send)

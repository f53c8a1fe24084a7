import { documents } from "@/lib/store/table"

/** The requests to DynamoDB that `run` makes, by name, without those that the SDK tries again. */
export const requestsOf = async (run: () => Promise<unknown>): Promise<string[]> => {
  const made: string[] = []
  const name = "note-requests"
  documents.middlewareStack.add(
    (next, { commandName = "" }) =>
      (args) => {
        made.push(commandName.replace("Command", ""))
        return next(args)
      },
    { step: "initialize", name },
  )
  try {
    await run()
  } finally {
    documents.middlewareStack.remove(name)
  }
  return made.toSorted()
}

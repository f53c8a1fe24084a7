import { documents } from "@/lib/store/table"

/** An answer of DynamoDB that refuses a request. */
type Refusal = { readonly type: string; readonly reasons?: readonly string[] }

const bodyOf = ({ type, reasons }: Refusal) =>
  Buffer.from(
    JSON.stringify({
      __type: `com.amazonaws.dynamodb.v20120810#${type}`,
      message: "refused by the test",
      CancellationReasons: reasons?.map((Code) => ({ Code })),
    }),
  )

/** Runs something while the table's first answers are these refusals, as if they came by the wire. */
export const withRefusedWrites = async <Result>(
  refusals: readonly Refusal[],
  run: () => Promise<Result>,
): Promise<{ result: PromiseSettledResult<Result>; requests: number }> => {
  const name = "refused-writes"
  let requests = 0
  documents.middlewareStack.add(
    (next) => async (call) => {
      const refusal = refusals[requests]
      requests += 1
      if (!refusal) return next(call)
      const response = { statusCode: 400, headers: {}, body: bodyOf(refusal) }
      return { response, output: { $metadata: {} } }
    },
    { step: "deserialize", priority: "low", name },
  )
  try {
    const [result] = await Promise.allSettled([run()])
    return { result, requests }
  } finally {
    documents.middlewareStack.remove(name)
  }
}

import type { Graph } from "@/tests/support/infra/evaluate/graph"
import { functionOf, ofType } from "./find"
import { grantsOf } from "./policy"

type Failure = { readonly onFailure?: { readonly destinationArn?: string; readonly destination?: string } }

const queueArns = (graph: Graph) =>
  new Map(ofType(graph, "aws:sqs/queue:Queue").map(({ inputs }) => [String(inputs.name), inputs]))

const queueNamed = (graph: Graph, arn: string | undefined) =>
  queueArns(graph).get(arn?.split(":").at(-1) ?? "")

/** The queue where a function's failed work ends up, and whether the function may write there. */
export const deadLetterOf = (graph: Graph, handler: string): string | undefined => {
  const { inputs, roleName } = functionOf(graph, handler)
  const mine = (functionName: unknown) => String(functionName).split(":").at(-1) === inputs.name
  const mapping = ofType(graph, "aws:lambda/eventSourceMapping:EventSourceMapping").find((candidate) =>
    mine(candidate.inputs.functionName),
  )
  const invoked = ofType(graph, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").find(
    (candidate) => mine(candidate.inputs.functionName),
  )
  const source = queueNamed(graph, String(mapping?.inputs.eventSourceArn))
  if (source?.redrivePolicy) {
    const { deadLetterTargetArn } = JSON.parse(String(source.redrivePolicy))
    return queueNamed(graph, deadLetterTargetArn) && deadLetterTargetArn
  }
  const { onFailure } = ((mapping ?? invoked)?.inputs.destinationConfig ?? {}) as Failure
  const arn = onFailure?.destinationArn ?? onFailure?.destination
  const maySend = grantsOf(graph, roleName).some(
    ({ actions, resources }) => actions.includes("sqs:SendMessage") && resources.includes(arn ?? ""),
  )
  return maySend && queueNamed(graph, arn) ? arn : undefined
}

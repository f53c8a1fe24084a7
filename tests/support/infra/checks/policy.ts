import type { Graph } from "@/tests/support/infra/evaluate/graph"
import { ofType, type Values } from "./find"

export type Statement = {
  readonly effect: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly principals: readonly string[]
  readonly conditions: Readonly<Record<string, Values>>
}

const list = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String))

/** The statements of a policy, be it text or data, in one form. */
export const statementsOf = (policy: unknown): Statement[] => {
  const { Statement = [] } = (typeof policy === "string" ? JSON.parse(policy) : (policy ?? {})) as {
    Statement?: Record<string, unknown> | Record<string, unknown>[]
  }
  return [Statement].flat().map(({ Effect, Action, Resource, Principal, Condition }) => ({
    effect: String(Effect),
    actions: list(Action),
    resources: list(Resource),
    principals:
      typeof Principal === "object" && Principal !== null
        ? Object.entries(Principal).flatMap(([kind, names]) => list(names).map((name) => `${kind}:${name}`))
        : list(Principal),
    conditions: (Condition ?? {}) as Record<string, Values>,
  }))
}

const roles = "aws:iam/role:Role"

/** What a role itself may do; AWS's managed policies are not in it. */
export const grantsOf = (graph: Graph, roleName: string): Statement[] =>
  ofType(graph, roles)
    .filter(({ name }) => name === roleName)
    .flatMap(({ inputs }) => (inputs.inlinePolicies ?? []) as { readonly policy: unknown }[])
    .flatMap(({ policy }) => statementsOf(policy))

/** What AWS lets nobody restrict to a resource, as far as is known. */
const ofNoResource = ["guardduty:SendObjectMalwareScan"]

/** Grants of any role that name an action, or every resource, by a wildcard. */
export const wildcardGrants = (graph: Graph): string[] =>
  ofType(graph, roles).flatMap(({ name }) =>
    grantsOf(graph, name)
      .filter(({ effect }) => effect === "Allow")
      .flatMap(({ actions, resources }) => [
        ...actions.filter((action) => action.includes("*")),
        ...(actions.every((action) => ofNoResource.includes(action))
          ? []
          : resources.filter((resource) => resource === "*")),
      ])
      .map((grant) => `${name}: ${grant}`),
  )

/** Who may take a role, other than the one service that it is for. */
export const strangersTrusted = (graph: Graph): string[] =>
  ofType(graph, roles).flatMap(({ name, inputs }) => {
    const expected: Readonly<Record<string, readonly string[]>> = {
      EvidenceScan: ["Service:malware-protection-plan.guardduty.amazonaws.com"],
      SweepRole: ["Service:scheduler.amazonaws.com"],
      DeliverRole: ["Service:scheduler.amazonaws.com"],
      CanaryRole: ["Service:scheduler.amazonaws.com"],
      AddressEdgeFunctionRole: ["Service:lambda.amazonaws.com", "Service:edgelambda.amazonaws.com"],
    }
    const allowed = expected[name] ?? ["Service:lambda.amazonaws.com"]
    return statementsOf(inputs.assumeRolePolicy)
      .flatMap(({ principals }) => principals)
      .filter((principal) => !allowed.includes(principal))
      .map((principal) => `${name}: ${principal}`)
  })

/** Managed policies that any role has beyond writing its own log. */
export const managedBeyondLogs = (graph: Graph): string[] =>
  ofType(graph, roles).flatMap(({ name, inputs }) =>
    list(inputs.managedPolicyArns)
      .filter((arn) => !arn.endsWith(":policy/service-role/AWSLambdaBasicExecutionRole"))
      .map((arn) => `${name}: ${arn}`),
  )

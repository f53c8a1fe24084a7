import type { Graph, Resource } from "@/tests/support/infra/evaluate/graph"

export type Values = Readonly<Record<string, unknown>>

export const ofType = ({ resources }: Graph, type: string): Resource[] =>
  resources.filter((resource) => resource.type === type)

/** @throws {Error} when there is no such resource, or more than one */
export const only = (graph: Graph, type: string, name?: string): Resource => {
  const found = ofType(graph, type).filter((resource) => name === undefined || resource.name === name)
  const [resource] = found
  if (!resource || found.length > 1) throw new Error(`${found.length} resources ${type} ${name ?? ""}`)
  return resource
}

/** The function that runs a handler of the project, with its code and role. */
export const functionOf = (graph: Graph, handler: string) => {
  const build = graph.builds.find((candidate) => candidate.handler === handler)
  if (!build) throw new Error(`No function has the handler ${handler}`)
  const { inputs } = only(graph, "aws:lambda/function:Function", `${build.functionId}Function`)
  const { variables = {} } = (inputs.environment ?? {}) as { variables?: Record<string, string> }
  return { build, inputs, variables, roleName: `${build.functionId}Role` }
}

export const siteOf = (graph: Graph) => {
  const build = graph.builds.find(({ functionId }) => functionId.startsWith("SiteServer"))
  if (!build) throw new Error("The site has no function")
  const { inputs } = only(graph, "aws:lambda/function:Function", `${build.functionId}Function`)
  const { variables } = inputs.environment as { variables: Record<string, string> }
  return { inputs, variables, roleName: `${build.functionId}Role` }
}

/** What brings a function its events; undefined for one that nothing is mapped to. */
export const mappingIn = (graph: Graph, handler: string) => {
  const { inputs } = functionOf(graph, handler)
  const [mapping] = ofType(graph, "aws:lambda/eventSourceMapping:EventSourceMapping").filter((candidate) =>
    String(candidate.inputs.functionName).endsWith(`:${inputs.name}`),
  )
  return mapping?.inputs
}

import type { Graph } from "@/tests/support/infra/evaluate/graph"

/** Resources whose only purpose is a log of who asked: each line of one names a network address. */
const loggers =
  /:(BucketLogging\w*|RealtimeLogConfig|LogDelivery\w*|WebAclLoggingConfiguration|FlowLog|Trail|QueryLog)$/

/** Settings by which another resource keeps such a log. */
const settings = [
  "loggingConfig",
  "loggings",
  "logging",
  "realtimeLogConfigArn",
  "accessLogSettings",
  "accessLogs",
  // A firewall's, of whole requests.
  "sampledRequestsEnabled",
]

const isSet = (value: unknown): boolean => (Array.isArray(value) ? value.some(isSet) : Boolean(value))

/** Paths of settings anywhere in a resource's inputs. */
const settingsIn = (value: unknown, path: string): string[] => {
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = `${path}.${key}`
    return settings.includes(key) && isSet(inner) ? [here] : settingsIn(inner, here)
  })
}

/** What would keep visitors' network addresses. A function's own log does not: it holds what the portal writes. */
export const addressLogs = ({ resources }: Graph): string[] =>
  resources
    .filter(({ type }) => type.startsWith("aws:"))
    .flatMap(({ type, name, inputs }) => {
      if (loggers.test(type)) return [name]
      return type === "aws:lambda/function:Function" ? [] : settingsIn(inputs, name)
    })

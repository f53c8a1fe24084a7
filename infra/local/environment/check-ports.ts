import type { LocalEnvironment } from "./environment"
import { isFree } from "./ports"

/** @throws {Error} that says which port is taken, and how to use others */
export const checkPorts = async ({ ports, foreignDynamoUrl }: LocalEnvironment) => {
  const needed: readonly (readonly [string, number])[] = [
    ["the site", ports.site],
    ...(foreignDynamoUrl ? [] : [["DynamoDB", ports.dynamo] as const]),
    ["S3", ports.s3],
    ["OpenID", ports.openId],
    ["mail", ports.mail],
  ]
  const free = await Promise.all(needed.map(([, port]) => isFree(port)))
  const taken = needed.filter((_, at) => !free[at])
  if (taken.length === 0) return
  const lines = taken.map(([use, port]) => `Port ${port}, for ${use}, is in use by another program.`)
  const other = ports.site > 60_000 ? 3000 : ports.site + 1000
  lines.push(
    `End that program, or use other ports: PORT=${other} npm start (takes ${other} to ${other + 4}).`,
  )
  throw new Error(lines.join("\n"))
}

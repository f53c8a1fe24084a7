import type { Resource } from "./graph"
import type { Command, Way } from "./way"

type Values = Record<string, unknown>
type NewResource = {
  readonly type: string
  readonly name: string
  readonly inputs: Values
  readonly id?: string
}
type Call = { readonly token: string; readonly inputs: Values }

const account = "123456789012"
const secretMark = "4dabf18193072939515e22adb298388d"

/** Takes values out of Pulumi's wrapping of secrets; files become their kind. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== "object" || value === null) return value
  if (secretMark in value) return plain("value" in value ? value.value : undefined)
  if ("__pulumiAsset" in value || "__pulumiArchive" in value) return "file"
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

type Principal = { readonly type: string; readonly identifiers: readonly string[] }
type Condition = { readonly test: string; readonly variable: string; readonly values: unknown }
type Statement = {
  readonly effect?: string
  readonly actions?: readonly string[]
  readonly resources?: readonly string[]
  readonly principals?: readonly Principal[]
  readonly conditions?: readonly Condition[]
}

const principalOf = (principals: readonly Principal[]) =>
  principals.some(({ type }) => type === "*")
    ? "*"
    : Object.fromEntries(principals.map(({ type, identifiers }) => [type, identifiers]))

const conditionOf = (conditions: readonly Condition[]) => {
  const merged: Record<string, Values> = {}
  for (const { test, variable, values } of conditions) merged[test] = { ...merged[test], [variable]: values }
  return merged
}

const policyDocument = (statements: readonly Statement[]) => ({
  Version: "2012-10-17",
  Statement: statements.map(({ effect = "Allow", actions, resources, principals, conditions }) => ({
    Effect: effect,
    Action: actions,
    Resource: resources,
    ...(principals ? { Principal: principalOf(principals) } : {}),
    ...(conditions ? { Condition: conditionOf(conditions) } : {}),
  })),
})

/** What AWS would have said of a new resource, as far as the program asks. */
const answered = (type: string, name: string, region: string): Values => {
  const service = type.split(":")[1]?.split("/")[0] ?? ""
  const host = `${name}.example`.toLowerCase()
  const arn = (resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`
  switch (type) {
    case "aws:s3/bucket:Bucket":
      return {
        bucket: name,
        arn: `arn:aws:s3:::${name}`,
        bucketRegionalDomainName: host,
        bucketDomainName: host,
      }
    case "aws:dynamodb/table:Table":
      return { arn: arn(`table/${name}`), streamArn: arn(`table/${name}/stream/now`) }
    case "aws:sqs/queue:Queue":
      return { arn: arn(name), url: `https://sqs.${region}.amazonaws.com/${account}/${name}` }
    case "aws:lambda/function:Function":
      return { arn: arn(`function:${name}`), qualifiedArn: arn(`function:${name}:1`), codeSha256: name }
    case "aws:lambda/functionUrl:FunctionUrl":
      return { functionUrl: `https://${host}/` }
    case "aws:cloudfront/distribution:Distribution":
      return { arn: `arn:aws:cloudfront::${account}:distribution/${name}`, domainName: host }
    case "aws:cognito/userPoolClient:UserPoolClient":
      return { clientSecret: `${name}-secret` }
    case "aws:acm/certificate:Certificate":
      return {
        arn: arn(name),
        domainValidationOptions: [
          {
            resourceRecordType: "CNAME",
            resourceRecordName: `_proof.${host}`,
            resourceRecordValue: "proof.example",
          },
        ],
      }
    case "pulumi-nodejs:dynamic:Resource":
      return { zoneId: "zone" }
    case "random:index/randomBytes:RandomBytes":
      return { base64: Buffer.alloc(32).toString("base64"), hex: "00" }
    default:
      return { arn: arn(name) }
  }
}

const invoked = ({ token, inputs }: Call, region: string): Values => {
  switch (token) {
    case "aws:index/getRegion:getRegion":
      return { region: inputs.region ?? region, name: region, id: region }
    case "aws:index/getPartition:getPartition":
      return { partition: "aws", dnsSuffix: "amazonaws.com" }
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return { accountId: account, arn: `arn:aws:iam::${account}:root`, userId: "evaluation" }
    case "aws:iam/getPolicyDocument:getPolicyDocument":
      return {
        ...inputs,
        json: JSON.stringify(policyDocument((plain(inputs.statements) ?? []) as Statement[])),
      }
    default:
      throw new Error(`The program asked AWS for ${token}, which the evaluation does not know`)
  }
}

/** Answers Pulumi as an engine with an empty account would, and writes down what it was asked to make. */
export const mocks = (region: string, resources: Resource[], runCommand: Way["runCommand"]) => ({
  newResource: async ({ type, name, inputs }: NewResource) => {
    const known = plain(inputs) as Values
    resources.push({ type, name, inputs: known })
    if (type === "command:local:Command") await runCommand(known as Command)
    const physical = String(known.name ?? known.bucket ?? name)
    return { id: `${name}-id`, state: { ...inputs, name: physical, ...answered(type, physical, region) } }
  },
  call: (call: Call) => invoked(call, region),
})

import { z } from "zod"
import { S3Error } from "../errors"
import { type Authority, hmac, sameText } from "./key"
import { parseScope } from "./scope"

/** The form's fields before the file: names in lower case, `key` with its `${filename}` already replaced. */
export type Fields = ReadonlyMap<string, string>

export type SizeRange = { readonly sizeBytesMin: number; readonly sizeBytesMax: number }

const bytes = z.coerce.number().int().nonnegative()

const policySchema = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.string().regex(/^content-length-range$/i), bytes, bytes]),
      z.tuple([z.enum(["eq", "starts-with"]), z.string().startsWith("$"), z.string()]),
      z.record(z.string(), z.string()).refine((pair) => Object.keys(pair).length === 1),
    ]),
  ),
})

type Policy = z.infer<typeof policySchema>
type Condition = Policy["conditions"][number]
type FieldCondition = { readonly operator: string; readonly name: string; readonly wanted: string }

const uncovered = new Set(["policy", "x-amz-signature", "file", "bucket"])

const denied = (why: string) => new S3Error("AccessDenied", `Invalid according to Policy: ${why}`)

const readPolicy = (encoded: string): Policy => {
  try {
    return policySchema.parse(JSON.parse(Buffer.from(encoded, "base64").toString("utf8")))
  } catch {
    throw new S3Error(
      "InvalidPolicyDocument",
      "Invalid Policy: it is not base64 of the JSON that S3 describes.",
    )
  }
}

const rangeOf = (condition: Condition): readonly [number, number] | undefined =>
  Array.isArray(condition) && typeof condition[1] === "number"
    ? [condition[1], Number(condition[2])]
    : undefined

const fieldConditionOf = (condition: Condition): FieldCondition => {
  const [operator, name, wanted] = Array.isArray(condition)
    ? condition
    : ["eq", `$${Object.keys(condition)[0]}`, Object.values(condition)[0]]
  return { operator: String(operator), name: String(name).slice(1).toLowerCase(), wanted: String(wanted) }
}

const holds = ({ operator, name, wanted }: FieldCondition, value: string): boolean => {
  if (operator === "eq") return value === wanted
  const values = name === "content-type" ? value.split(",").map((type) => type.trim()) : [value]
  return values.every((each) => each.startsWith(wanted))
}

/**
 * The signed policy of a browser's form: signature, expiry, every condition, and no field beside them.
 * Sizes are returned, because only the stream knows them: the maximum holds while it runs, the minimum at its end.
 * @throws S3Error AccessDenied, SignatureDoesNotMatch, InvalidPolicyDocument, and what `parseScope` throws
 */
export const verifyPostPolicy = (
  bucket: string,
  fields: Fields,
  authority: Authority,
  sizeBytesMax: number,
  now = Date.now(),
): SizeRange => {
  const [encoded, credential, signature] = ["policy", "x-amz-credential", "x-amz-signature"].map((n) =>
    fields.get(n),
  )
  if (!encoded || !credential || !signature) throw new S3Error("AccessDenied")
  if (fields.get("x-amz-algorithm") !== "AWS4-HMAC-SHA256")
    throw new S3Error("InvalidArgument", "x-amz-algorithm must be AWS4-HMAC-SHA256")
  if (!sameText(hmac(parseScope(credential, authority).key, encoded).toString("hex"), signature))
    throw new S3Error("SignatureDoesNotMatch")

  const policy = readPolicy(encoded)
  if (Date.parse(policy.expiration) <= now) throw denied("Policy expired.")
  const ranges = policy.conditions.map(rangeOf).filter((range) => range !== undefined)
  const conditions = policy.conditions.filter((condition) => !rangeOf(condition)).map(fieldConditionOf)
  for (const condition of conditions) {
    const value = condition.name === "bucket" ? bucket : (fields.get(condition.name) ?? "")
    const { operator, name, wanted } = condition
    if (!holds(condition, value))
      throw denied(`Policy Condition failed: ["${operator}", "$${name}", ${JSON.stringify(wanted)}]`)
  }
  const covered = new Set(conditions.map(({ name }) => name))
  const extra = [...fields.keys()].find(
    (n) => !covered.has(n) && !uncovered.has(n) && !n.startsWith("x-ignore-"),
  )
  if (extra) throw denied(`Extra input fields: ${extra}`)
  return {
    sizeBytesMin: Math.max(0, ...ranges.map(([min]) => min)),
    sizeBytesMax: Math.min(sizeBytesMax, ...ranges.map(([, max]) => max)),
  }
}

import { z } from "zod"
import { S3Error } from "../protocol/errors"

/** A form's fields before its file: names in lower case, `key` with its `${filename}` already replaced. */
export type FormFields = ReadonlyMap<string, string>

export type SizeRange = { readonly sizeBytesMin: number; readonly sizeBytesMax: number }

type FieldCondition = {
  readonly operator: "eq" | "starts-with"
  readonly name: string
  readonly value: string
}

export type PostPolicy = {
  readonly expiresAt: number
  readonly sizes: readonly SizeRange[]
  readonly fields: readonly FieldCondition[]
}

const bytes = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .pipe(z.int().nonnegative())

const sizeCondition = z
  .tuple([z.string().regex(/^content-length-range$/i), bytes, bytes])
  .transform(([, sizeBytesMin, sizeBytesMax]): SizeRange => ({ sizeBytesMin, sizeBytesMax }))

const fieldCondition = z
  .tuple([z.enum(["eq", "starts-with"]), z.string().startsWith("$"), z.string()])
  .transform(
    ([operator, name, value]): FieldCondition => ({
      operator,
      name: name.slice(1).toLowerCase(),
      value,
    }),
  )

const exactCondition = z
  .record(z.string(), z.string())
  .transform((pairs) => Object.entries(pairs))
  .pipe(z.tuple([z.tuple([z.string(), z.string()])]))
  .transform(([[name, value]]): FieldCondition => ({ operator: "eq", name: name.toLowerCase(), value }))

const policySchema = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(z.union([sizeCondition, fieldCondition, exactCondition])),
})

/** @throws S3Error InvalidPolicyDocument */
export const parsePostPolicy = (encoded: string): PostPolicy => {
  try {
    const json: unknown = JSON.parse(Buffer.from(encoded, "base64").toString("utf8"))
    const { expiration, conditions } = policySchema.parse(json)
    return {
      expiresAt: Date.parse(expiration),
      sizes: conditions.filter((condition) => "sizeBytesMin" in condition),
      fields: conditions.filter((condition) => "operator" in condition),
    }
  } catch {
    throw new S3Error(
      "InvalidPolicyDocument",
      "Invalid Policy: it is not base64 of the JSON that S3 describes.",
    )
  }
}

const denied = (why: string) => new S3Error("AccessDenied", `Invalid according to Policy: ${why}`)

const holds = ({ operator, name, value: wanted }: FieldCondition, value: string): boolean => {
  if (operator === "eq") return value === wanted
  const values = name === "content-type" ? value.split(",").map((type) => type.trim()) : [value]
  return values.every((each) => each.startsWith(wanted))
}

const exemptFields = new Set(["policy", "x-amz-signature", "file", "bucket"])

/**
 * Every condition holds, and every field is named by one.
 * @returns the sizes that the policy allows, because only reading the file can tell its size
 * @throws S3Error AccessDenied
 */
export const requirePolicy = (
  policy: PostPolicy,
  bucket: string,
  fields: FormFields,
  now: number,
): SizeRange => {
  if (policy.expiresAt <= now) throw denied("Policy expired.")
  for (const condition of policy.fields) {
    const { operator, name, value } = condition
    if (!holds(condition, name === "bucket" ? bucket : (fields.get(name) ?? "")))
      throw denied(`Policy Condition failed: ["${operator}", "$${name}", ${JSON.stringify(value)}]`)
  }
  const named = new Set(policy.fields.map(({ name }) => name))
  const extra = [...fields.keys()].find(
    (name) => !named.has(name) && !exemptFields.has(name) && !name.startsWith("x-ignore-"),
  )
  if (extra !== undefined) throw denied(`Extra input fields: ${extra}`)
  return {
    sizeBytesMin: Math.max(0, ...policy.sizes.map(({ sizeBytesMin }) => sizeBytesMin)),
    sizeBytesMax: Math.min(Number.MAX_SAFE_INTEGER, ...policy.sizes.map(({ sizeBytesMax }) => sizeBytesMax)),
  }
}

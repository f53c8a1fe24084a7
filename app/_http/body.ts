import type { z } from "zod"
import { parse } from "@/lib/kernel/parse"
import { parseJson } from "./json"
import { RequestRefused } from "./refused"

const bodyKilobytesMax = 256

/**
 * The JSON body of a request, held against its schema. Untransformed: the verb reads it again for itself.
 * @throws {RequestRefused} {DomainError} invalid
 */
export const readJson = async <Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.input<Schema>> => {
  expectType(request, ["application/json"])
  const body = jsonOf(await readBytes(request))
  parse(schema, body)
  return body as z.input<Schema>
}

const jsonOf = (bytes: Uint8Array): unknown => {
  try {
    return parseJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    throw new RequestRefused({ kind: "malformed-json" })
  }
}

const formTypes = ["application/x-www-form-urlencoded", "multipart/form-data"]

/**
 * The text fields of a form, by their names; a field sent twice counts once. Files have no place in it.
 * @throws {RequestRefused}
 */
export const readForm = async (request: Request): Promise<Readonly<Record<string, string>>> => {
  const type = expectType(request, formTypes)
  const bytes = await readBytes(request)
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => {
    throw new RequestRefused({ kind: "malformed-form" })
  })
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  )
}

/**
 * The content type of a request, as it was sent.
 * @throws {RequestRefused} when it is none of the accepted, or compressed
 */
export const expectType = (request: Request, accepted: readonly string[]) => {
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase()
  if (encoding && encoding !== "identity") throw new RequestRefused({ kind: "encoded-body" })
  const type = request.headers.get("content-type") ?? ""
  const essence = type.split(";", 1)[0]?.trim().toLowerCase() ?? ""
  if (!accepted.includes(essence))
    throw new RequestRefused({ kind: "wrong-content-type", expected: accepted.join(", ") })
  return type
}

/**
 * The body of a request, read no further than its limit.
 * @throws {RequestRefused}
 */
export const readBytes = async (request: Request): Promise<Uint8Array<ArrayBuffer>> => {
  const tooLarge = () => new RequestRefused({ kind: "body-too-large", maxKilobytes: bodyKilobytesMax })
  const max = bodyKilobytesMax * 1024
  if (Number(request.headers.get("content-length")) > max) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > max) throw tooLarge()
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

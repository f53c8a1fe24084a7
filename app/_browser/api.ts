import type { PartUpload, StatedPart, Upload } from "@/lib/evidence"

/** What opens the report to its sender; the page carries it. */
export type Keys = { readonly tipId: string; readonly number: string; readonly code: string }

/** A refusal, in words that the API chose for whoever reads them. */
export class Refused extends Error {}
/** The site cannot answer now; another try may do. */
export class Unanswered extends Error {}

type Problem = {
  readonly type: string
  readonly detail: string
  readonly errors?: readonly { readonly message: string }[]
}

const ask = async <Answer>(
  { tipId, number, code }: Keys,
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Answer> => {
  const response = await fetch(`/api/v1/tips/${tipId}/evidence${path}`, {
    method,
    headers: {
      authorization: `Receipt ${number}:${code}`,
      "accept-language": document.documentElement.lang,
      "content-type": "application/json",
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new Unanswered()
  })
  if (response.status >= 500) throw new Unanswered()
  if (response.status === 204) return undefined as Answer
  const content: unknown = await response.json().catch(() => {
    throw new Unanswered()
  })
  if (response.ok) return content as Answer
  const { type, detail, errors } = content as Problem
  // Whatever else is too much now is not in a minute.
  if (response.status === 429 && !/:bytes-of-/.test(type)) throw new Unanswered()
  throw new Refused(errors?.[0]?.message ?? detail)
}

export const announce = async (keys: Keys, file: File, sha256: string | undefined): Promise<Upload> => {
  const announcement = {
    name: file.name,
    sizeBytes: file.size,
    type: file.type || undefined,
    sha256,
  }
  const { uploads } = await ask<{ uploads: Upload[] }>(keys, "POST", "", { evidence: [announcement] })
  const upload = uploads.find(({ index }) => index === 0)
  if (!upload) throw new Unanswered()
  return upload
}

export const discard = (keys: Keys, evidenceId: string) => ask<void>(keys, "DELETE", `/${evidenceId}`)

export const complete = (keys: Keys, { evidenceId }: Upload) => ask(keys, "POST", `/${evidenceId}/complete`)

export const storedParts = async (keys: Keys, { evidenceId }: Upload) => {
  const { stored } = await ask<{ stored: readonly StatedPart[] }>(keys, "GET", `/${evidenceId}/parts`)
  return stored
}

export const permitParts = async (keys: Keys, { evidenceId }: Upload, parts: readonly StatedPart[]) => {
  const content = await ask<{ parts: readonly PartUpload[] }>(keys, "POST", `/${evidenceId}/parts`, { parts })
  return content.parts
}

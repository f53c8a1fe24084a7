import type { Upload } from "@/lib/evidence"

/** What opens the report to its sender; the page carries it. */
export type Keys = { readonly tipId: string; readonly number: string; readonly code: string }

/** A refusal, in words that the API chose for whoever reads them. */
export class Refused extends Error {}

type Problem = { readonly detail: string; readonly errors?: readonly { readonly message: string }[] }

const post = async <Answer>(keys: Keys, path: string, body?: unknown): Promise<Answer> => {
  const response = await fetch(`/api/v1/tips/${keys.tipId}/evidence${path}`, {
    method: "POST",
    headers: {
      authorization: `Receipt ${keys.number}:${keys.code}`,
      "accept-language": document.documentElement.lang,
      "content-type": "application/json",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  if (response.ok) return answer as Answer
  const { detail, errors } = answer as Problem
  throw new Refused(errors?.[0]?.message ?? detail)
}

export const announce = async (keys: Keys, file: File, sha256: string | undefined): Promise<Upload> => {
  const announcement = {
    name: file.name,
    sizeBytes: file.size,
    ...(file.type ? { type: file.type } : {}),
    ...(sha256 ? { sha256 } : {}),
  }
  const { uploads } = await post<{ uploads: [Upload] }>(keys, "", { evidence: [announcement] })
  return uploads[0]
}

export const complete = (keys: Keys, { evidenceId }: Upload) => post(keys, `/${evidenceId}/complete`)

import { createHash } from "node:crypto"
import type { SQSEvent } from "aws-lambda"
import { inspectEvidence, type Upload } from "@/lib/evidence"
import { system } from "./people"

export const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

/** Sends a file as a browser's form does: the policy's fields, then the file. */
export const send = (
  upload: Upload,
  name: string,
  bytes: Uint8Array,
  change: Record<string, string> = {},
) => {
  const form = new FormData()
  for (const [field, value] of Object.entries({ ...upload.fields, ...change })) form.append(field, value)
  form.append("file", new Blob([new Uint8Array(bytes)]), name)
  return fetch(upload.url, { method: "POST", body: form, redirect: "manual" })
}

/** The key under which a file of this name arrives. */
export const arrivedKey = (upload: Upload, name: string) =>
  (upload.fields.key ?? "").replace(`\${filename}`, name)

export const inspect = (upload: Upload, name: string) =>
  inspectEvidence(system(), { key: arrivedKey(upload, name) })

/** The message by which the bucket tells of an object, as the queue hands it on. */
export const messageOf = (...keys: string[]): SQSEvent =>
  ({
    Records: keys.map((key, at) => ({
      messageId: `m${at}`,
      body: JSON.stringify({
        Records: [{ s3: { object: { key: encodeURIComponent(key).replaceAll("%20", "+") } } }],
      }),
    })),
  }) as unknown as SQSEvent

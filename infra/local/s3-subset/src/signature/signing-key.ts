import { createHash, createHmac, timingSafeEqual } from "node:crypto"

/** Whose signatures this server accepts, and for which region. */
export type AcceptedCredentials = {
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

export const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac("sha256", key).update(text).digest()

export const sha256Hex = (text: string): string => createHash("sha256").update(text).digest("hex")

export const constantTimeEqual = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The key derived for one day, region and service (AWS Signature Version 4). */
export const signingKey = (secret: string, day: string, region: string): Buffer =>
  ["s3", "aws4_request"].reduce(hmac, hmac(hmac(`AWS4${secret}`, day), region))

/** `20261124T113100Z` to milliseconds; NaN when malformed. */
export const parseAmzDate = (text: string): number => {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (!found) return Number.NaN
  const [, year, month, day, hour, minute, second] = found
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

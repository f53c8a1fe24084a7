import { randomBytes } from "node:crypto"
import { draftHoursMax } from "@/lib/reporter"
import { cookie, cookieOf } from "./cookie"

const name = "draft"

/** What opens the draft of whoever asks; undefined without a cookie, or with one that was not ours. */
export const readDraftCookie = (request: Request): string | undefined => {
  const secret = cookieOf(request, name)
  return secret && /^[\w-]{43}$/.test(secret) ? secret : undefined
}

export const newSecret = () => randomBytes(32).toString("base64url")

export const setDraftCookie = (secret: string) => cookie(name, secret, draftHoursMax * 3_600)

export const clearDraftCookie = () => cookie(name, "", 0)

import { randomBytes } from "node:crypto"
import { cookie, cookieOf } from "./cookie"

/** A cookie with a secret under which the portal seals what only this browser is to open. */
export const secretCookie = (name: string, hours: number) => ({
  /** The secret of whoever asks; undefined without a cookie, or with one that was not ours. */
  read: (request: Request): string | undefined => {
    const secret = cookieOf(request, name)
    return secret && /^[\w-]{43}$/.test(secret) ? secret : undefined
  },
  set: (secret: string) => cookie(name, secret, hours * 3_600),
  clear: () => cookie(name, "", 0),
})

export const newSecret = () => randomBytes(32).toString("base64url")

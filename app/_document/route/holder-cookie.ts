import { z } from "zod"
import type { Context } from "@/lib/kernel/context"
import { isDomainError } from "@/lib/kernel/errors"
import { encryptedCookie } from "./encrypted-cookie"

/** The key itself, so that each page asks anew whether it still holds. */
const cookie = encryptedCookie("right-holder", z.object({ key: z.string() }))

export const setKeyCookie = (key: string) => cookie.set({ key })
export const clearKeyCookie = cookie.clear

/** The right holder whose key the cookie holds; undefined when there is none, or it was revoked meanwhile. */
export const holderOfCookie = async (request: Request, visitor: Context): Promise<Context | undefined> => {
  const content = await cookie.read(request)
  if (!content) return undefined
  // Who has no key needs no store (docs/decisions/0091).
  const { keyContext } = await import("@/app/_http/request-context")
  try {
    return await keyContext(visitor, content.key)
  } catch (error) {
    if (isDomainError(error) && error.code === "unauthenticated") return undefined
    throw error
  }
}

import { z } from "zod"
import { keyContext } from "@/app/_http/request-context"
import type { Context } from "@/lib/kernel/context"
import { isDomainError } from "@/lib/kernel/errors"
import { sealedCookie } from "./sealed-cookie"

/** The key itself, so that each page asks anew whether it still holds. */
const cookie = sealedCookie("right-holder", z.object({ key: z.string() }))

export const holdKey = (key: string) => cookie.hold({ key })
export const dropKey = cookie.drop

/** The right holder whose key the cookie holds; undefined when there is none, or it was revoked meanwhile. */
export const heldHolder = async (request: Request, visitor: Context): Promise<Context | undefined> => {
  const held = await cookie.held(request)
  if (!held) return undefined
  try {
    return await keyContext(visitor, held.key)
  } catch (error) {
    if (isDomainError(error) && error.code === "unauthenticated") return undefined
    throw error
  }
}

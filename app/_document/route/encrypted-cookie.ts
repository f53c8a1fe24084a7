import { hkdfSync } from "node:crypto"
import { EncryptJWT, jwtDecrypt } from "jose"
import type { z } from "zod"
import { setting } from "@/lib/kernel/config"
import { cookie, cookieOf } from "./cookie"

const secondsMax = 2 * 3600

/** A cookie that only the portal can read, for two hours. Each name has a key of its own. */
export const encryptedCookie = <Schema extends z.ZodObject>(name: string, schema: Schema) => {
  const key = () => new Uint8Array(hkdfSync("sha256", setting("RECEIPT_KEY"), "", `${name}-cookie`, 32))
  return {
    /** The `Set-Cookie` that lets the next pages go on. */
    set: async (value: z.output<Schema>): Promise<string> => {
      const token = await new EncryptJWT(value)
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .setExpirationTime(`${secondsMax}s`)
        .encrypt(key())
      return cookie(name, token, secondsMax)
    },
    clear: () => cookie(name, "", 0),
    /** What the cookie holds; undefined when there is none, or it is too old, or not ours. */
    read: async (request: Request): Promise<z.output<Schema> | undefined> => {
      const token = cookieOf(request, name)
      if (!token) return undefined
      try {
        const { payload } = await jwtDecrypt(token, key(), {
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
        })
        return schema.parse(payload)
      } catch {
        return undefined
      }
    },
  }
}

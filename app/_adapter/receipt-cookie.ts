import { hkdfSync } from "node:crypto"
import { EncryptJWT, jwtDecrypt } from "jose"
import { z } from "zod"
import { setting } from "@/lib/kernel/config"

/** What the pages of one report need to know from step to step. Only the portal can read it. */
const Held = z.object({ tipId: z.string(), code: z.string() })
export type Held = z.infer<typeof Held>

const name = "report"
const secondsMax = 2 * 3600

const key = () => new Uint8Array(hkdfSync("sha256", setting("RECEIPT_KEY"), "", "receipt-cookie", 32))

const attributes = (maxAgeSeconds: number) => {
  // Browsers keep a `Secure` cookie only from https, which a desk does not have.
  const secure = setting("SITE_URL").startsWith("https:") ? "; Secure" : ""
  return `Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`
}

/** The `Set-Cookie` that lets the next pages go on with this report, for two hours. */
export const holdReceipt = async (held: Held): Promise<string> => {
  const token = await new EncryptJWT(held)
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setExpirationTime(`${secondsMax}s`)
    .encrypt(key())
  return `${name}=${token}; ${attributes(secondsMax)}`
}

export const dropReceipt = () => `${name}=; ${attributes(0)}`

/** What the cookie holds; undefined when there is none, or it is too old, or not ours. */
export const heldReceipt = async (request: Request): Promise<Held | undefined> => {
  const cookies = request.headers.get("cookie") ?? ""
  const token = new RegExp(`(?:^|; ?)${name}=([^;]+)`).exec(cookies)?.[1]
  if (!token) return undefined
  try {
    const { payload } = await jwtDecrypt(token, key(), {
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
    })
    return Held.parse(payload)
  } catch {
    return undefined
  }
}

import { parseCookie, stringifySetCookie } from "cookie"
import { setting } from "@/lib/kernel/config"

/** Browsers keep a `Secure` cookie only from https, which a desk does not have. */
const isSecure = () => setting("SITE_URL").startsWith("https:")

/** With this prefix no neighbour under the same domain can plant a cookie, of which it would know what it opens. */
const nameOf = (name: string) => (isSecure() ? `__Host-${name}` : name)

/** A `Set-Cookie` for the whole site that no script reads; of no age it drops the cookie. */
export const cookie = (name: string, value: string, maxAgeSeconds: number): string =>
  stringifySetCookie({
    name: nameOf(name),
    value,
    path: "/",
    maxAge: maxAgeSeconds,
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
  })

export const cookieOf = (request: Request, name: string): string | undefined =>
  parseCookie(request.headers.get("cookie") ?? "")[nameOf(name)]

import { setting } from "@/lib/kernel/config"

/** A `Set-Cookie` for the whole site that no script reads; of no age it drops the cookie. */
export const cookie = (name: string, value: string, maxAgeSeconds: number): string => {
  // Browsers keep a `Secure` cookie only from https, which a desk does not have.
  const secure = setting("SITE_URL").startsWith("https:") ? "; Secure" : ""
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`
}

export const cookieOf = (request: Request, name: string): string | undefined =>
  new RegExp(`(?:^|; ?)${name}=([^;]+)`).exec(request.headers.get("cookie") ?? "")?.[1]

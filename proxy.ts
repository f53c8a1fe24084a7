import { randomBytes } from "node:crypto"
import { type NextRequest, NextResponse } from "next/server"
import { signInPath } from "@/app/admin/_gate/auth-options"
import { consolePolicy } from "@/app/admin/_gate/console-policy"
import { sealedIn } from "@/app/admin/_gate/session"

const policyHeader = "content-security-policy"

/**
 * The first gate of the console, and its policy with a nonce for each answer. Every page and action asks the verb
 * again. Posts pass: an action answers a lapsed session itself and keeps what was typed.
 */
export const proxy = async (request: NextRequest) => {
  const { pathname, search } = request.nextUrl
  const jar = Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value]))
  const isOpen = pathname === signInPath || request.method === "POST" || (await sealedIn(jar))
  if (!isOpen) {
    // At the site's own address: the server may know itself by another name than the browser does.
    const signIn = new URL(signInPath, process.env.NEXTAUTH_URL ?? request.url)
    signIn.searchParams.set("to", `${pathname}${search}`)
    return NextResponse.redirect(signIn)
  }
  // The preview of a file carries a stricter policy of its own.
  if (pathname.endsWith("/preview")) return NextResponse.next()

  const policy = consolePolicy(
    randomBytes(16).toString("base64"),
    process.env.OIDC_ISSUER,
    process.env.NODE_ENV === "development",
  )
  const headers = new Headers(request.headers)
  headers.set(policyHeader, policy)
  const answer = NextResponse.next({ request: { headers } })
  answer.headers.set(policyHeader, policy)
  answer.headers.set("cache-control", "private, no-store")
  return answer
}

export const config = { matcher: ["/admin", "/admin/:path*"] }

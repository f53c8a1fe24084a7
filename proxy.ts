import { randomBytes } from "node:crypto"
import { type NextRequest, NextResponse } from "next/server"
import { consolePolicy, isPreview, previewPolicy } from "@/app/admin/_gate/console-policy"
import { signInPath } from "@/app/admin/_gate/paths"
import { sealedIn } from "@/app/admin/_gate/sealed-cookie"

const policyHeader = "content-security-policy"

/**
 * The first gate of the console, and its policy with a nonce for each answer. Every page and action asks the verb
 * again. Posts pass: an action answers a lapsed session itself and keeps what was typed.
 */
export const proxy = async (request: NextRequest) => {
  const { pathname } = request.nextUrl
  const jar = Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value]))
  const isOpen = pathname === signInPath || request.method === "POST" || (await sealedIn(jar))
  const policy = isPreview(pathname)
    ? previewPolicy
    : consolePolicy(
        randomBytes(16).toString("base64"),
        process.env.OIDC_ISSUER,
        process.env.NODE_ENV === "development",
      )
  const headers = new Headers(request.headers)
  headers.set(policyHeader, policy)
  const answer = isOpen ? NextResponse.next({ request: { headers } }) : toSignIn(request)
  answer.headers.set(policyHeader, policy)
  answer.headers.set("cache-control", "private, no-store")
  return answer
}

const toSignIn = ({ url, nextUrl: { pathname, search } }: NextRequest) => {
  // At the site's own address: the server may know itself by another name than the browser does.
  const signIn = new URL(signInPath, process.env.NEXTAUTH_URL ?? url)
  signIn.searchParams.set("to", `${pathname}${search}`)
  return NextResponse.redirect(signIn)
}

export const config = { matcher: ["/admin", "/admin/:path*"] }

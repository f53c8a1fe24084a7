import { randomBytes } from "node:crypto"
import { type NextRequest, NextResponse } from "next/server"
import { isOtherSites } from "@/app/_http/other-sites"
import { consolePolicy, isPreview, previewPolicy } from "@/app/admin/_gate/console-policy"
import { signInPath } from "@/app/admin/_gate/paths"
import { sealedIn } from "@/app/admin/_gate/sealed-cookie"

const policyHeader = "content-security-policy"

/**
 * The first gate of the console, and its policy with a nonce for each answer. Every page and action asks the verb
 * again. Posts pass: an action answers a lapsed session itself and keeps what was typed. It knows no words, since each
 * function that starts loads it: what it refuses is answered by a route.
 */
export const proxy = async (request: NextRequest) => {
  const { pathname, searchParams } = request.nextUrl
  if (!isReadable(pathname) || hasControls(searchParams)) return unreadable(request)
  if (!isConsole(pathname)) return NextResponse.next()
  if (isOtherSites(request)) return refused(request)
  const jar = Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value]))
  const isOpen = pathname === signInPath || request.method === "POST" || (await sealedIn(jar))
  const policy = isPreview(pathname)
    ? previewPolicy
    : consolePolicy(
        randomBytes(16).toString("base64"),
        [process.env.OIDC_ISSUER, process.env.OIDC_SIGN_IN_URL],
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

/** Whether each percent sign in a path begins a code, as Next takes for granted. */
const isReadable = (pathname: string) => {
  try {
    return decodeURIComponent(pathname) !== ""
  } catch {
    return false
  }
}

/** Addresses to come back to go into headers, where a line end would begin another. */
const hasControls = (search: URLSearchParams) =>
  ["to", "callbackUrl"].some((name) => /[\p{Cc}\\]/u.test(search.get(name) ?? ""))

/** Answered by the route of all that does not exist: the API's, or the public pages'. */
const unreadable = ({ nextUrl: { pathname, origin } }: NextRequest) => {
  const [, first = ""] = pathname.split("/")
  const nowhere = first === "api" || first === "en" ? first : "zh"
  return NextResponse.rewrite(new URL(`/${nowhere}/unreadable`, origin))
}

const isConsole = (pathname: string) => pathname === "/admin" || pathname.startsWith("/admin/")

/** What another site sends in the name of somebody who is signed in, which Next would answer with a fault. */
const refused = ({ nextUrl: { origin } }: NextRequest) =>
  NextResponse.rewrite(new URL("/api/refused", origin))

// Beside the console only addresses with a code in them, one of which may be none.
export const config = { matcher: ["/admin", "/admin/:path*", "/(.*%.*)", "/api/auth/:path*"] }

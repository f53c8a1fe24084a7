import { canonical, sha256 } from "@/lib/kernel/crypto"

const responseKept =
  (by: "public" | "private") =>
  (request: Request, body: string, type: string): Response => {
    const etag = `"${sha256(body).slice(0, 32)}"`
    const headers = { etag, "cache-control": `${by}, no-cache`, vary: "accept" }
    const known = request.headers
      .get("if-none-match")
      ?.split(",")
      .map((one) => one.trim().replace(/^W\//, ""))
    return known?.includes(etag)
      ? new Response(null, { status: 304, headers })
      : new Response(body, { headers: { ...headers, "content-type": type } })
  }

/** What anybody may keep, as long as it asks each time whether it still holds: a correction shows at once. */
export const publicResponse = responseKept("public")

/** The same of what only the holder of a key may see. */
export const keyedResponse = responseKept("private")

/** As JSON with its keys in order: the table gives them in any, and the same answer must look the same. */
export const publicJson = (request: Request, value: unknown) =>
  publicResponse(request, canonical(value), "application/json")

export const keyedJson = (request: Request, value: unknown) =>
  keyedResponse(request, canonical(value), "application/json")

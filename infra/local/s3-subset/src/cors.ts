import type { IncomingMessage, ServerResponse } from "node:http"
import { sendEmpty } from "./answer"
import { S3Error } from "./errors"
import { type CorsRule, findBucket } from "./store/buckets"
import type { Store } from "./store/store"

const matches = (pattern: string, text: string): boolean => {
  const star = pattern.indexOf("*")
  if (star < 0) return pattern === text
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)]
  return text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after)
}

const findRule = (rules: readonly CorsRule[], origin: string, method: string, headers: readonly string[]) =>
  rules.find(
    (rule) =>
      rule.allowedMethods.includes(method) &&
      rule.allowedOrigins.some((pattern) => matches(pattern, origin)) &&
      headers.every((name) => rule.allowedHeaders.some((pattern) => matches(pattern.toLowerCase(), name))),
  )

const allow = (res: ServerResponse, rule: CorsRule, origin: string) => {
  const any = rule.allowedOrigins.includes("*")
  res.setHeader("access-control-allow-origin", any ? "*" : origin)
  if (!any) res.setHeader("access-control-allow-credentials", "true")
  res.setHeader("access-control-allow-methods", rule.allowedMethods.join(", "))
  res.setHeader("vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method")
  if (rule.exposeHeaders.length > 0)
    res.setHeader("access-control-expose-headers", rule.exposeHeaders.join(", "))
  if (rule.maxAgeSeconds !== undefined) res.setHeader("access-control-max-age", String(rule.maxAgeSeconds))
}

const rulesOf = (store: Store, bucket: string) => findBucket(store, bucket)?.cors ?? []

/** @throws S3Error AccessForbidden unless a rule of the bucket allows what the browser asks */
export const answerPreflight = (
  store: Store,
  bucket: string,
  req: IncomingMessage,
  res: ServerResponse,
): void => {
  const { origin, ...headers } = req.headers
  const method = headers["access-control-request-method"]
  const names = String(headers["access-control-request-headers"] ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)
  const rule = origin && method ? findRule(rulesOf(store, bucket), origin, method, names) : undefined
  if (!rule || !origin) throw new S3Error("AccessForbidden")
  allow(res, rule, origin)
  if (names.length > 0) res.setHeader("access-control-allow-headers", names.join(", "))
  sendEmpty(res, 200)
}

/** Lets a page of an allowed origin read the answer, a refusal as well. */
export const allowOrigin = (
  store: Store,
  bucket: string,
  req: IncomingMessage,
  res: ServerResponse,
): void => {
  const { origin, method = "" } = req.headers.origin
    ? { origin: req.headers.origin, method: req.method }
    : { origin: undefined }
  const rule = origin ? findRule(rulesOf(store, bucket), origin, method, []) : undefined
  if (rule && origin) allow(res, rule, origin)
}

import type { IncomingMessage, ServerResponse } from "node:http"
import { S3Error } from "../protocol/errors"
import { type CorsRule, findBucket } from "../store/buckets"
import type { Store } from "../store/store"
import { sendEmpty } from "./response"

/** `*` in a pattern stands for any text; there is at most one. */
const matches = (pattern: string, text: string): boolean => {
  const star = pattern.indexOf("*")
  if (star < 0) return pattern === text
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)]
  return text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after)
}

const findRule = (
  store: Store,
  bucket: string,
  origin: string,
  method: string,
  headers: readonly string[],
): CorsRule | undefined =>
  findBucket(store, bucket)?.cors?.find(
    (rule) =>
      rule.allowedMethods.includes(method) &&
      rule.allowedOrigins.some((pattern) => matches(pattern, origin)) &&
      headers.every((name) => rule.allowedHeaders.some((pattern) => matches(pattern.toLowerCase(), name))),
  )

const setCorsHeaders = (res: ServerResponse, rule: CorsRule, origin: string) => {
  const anyOrigin = rule.allowedOrigins.includes("*")
  res.setHeader("access-control-allow-origin", anyOrigin ? "*" : origin)
  if (!anyOrigin) res.setHeader("access-control-allow-credentials", "true")
  res.setHeader("access-control-allow-methods", rule.allowedMethods.join(", "))
  res.setHeader("vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method")
  if (rule.exposeHeaders.length > 0)
    res.setHeader("access-control-expose-headers", rule.exposeHeaders.join(", "))
  if (rule.maxAgeSeconds !== undefined) res.setHeader("access-control-max-age", String(rule.maxAgeSeconds))
}

const requestedHeaders = (req: IncomingMessage): string[] =>
  String(req.headers["access-control-request-headers"] ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)

/** @throws S3Error AccessForbidden unless a rule of the bucket allows what the browser asks for */
export const answerPreflight = (
  store: Store,
  bucket: string,
  req: IncomingMessage,
  res: ServerResponse,
): void => {
  const { origin, "access-control-request-method": method } = req.headers
  const names = requestedHeaders(req)
  const rule = origin && method ? findRule(store, bucket, origin, method, names) : undefined
  if (!rule || !origin) throw new S3Error("AccessForbidden")
  setCorsHeaders(res, rule, origin)
  if (names.length > 0) res.setHeader("access-control-allow-headers", names.join(", "))
  sendEmpty(res, 200)
}

/** Lets a page of an allowed origin read the response, an error as well. */
export const allowOrigin = (
  store: Store,
  bucket: string,
  req: IncomingMessage,
  res: ServerResponse,
): void => {
  const { origin } = req.headers
  const rule = origin ? findRule(store, bucket, origin, req.method ?? "", []) : undefined
  if (rule && origin) setCorsHeaders(res, rule, origin)
}

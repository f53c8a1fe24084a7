import type { ServerResponse } from "node:http"
import type { S3Error } from "../protocol/errors"
import type { ResponseHeaders } from "../protocol/headers"
import { buildXml, type XmlNode } from "../protocol/xml"

const namespace = "http://s3.amazonaws.com/doc/2006-03-01/"

/** A value that a header cannot carry becomes an RFC 2047 encoded word, as on S3. */
const headerText = (value: string | number): string => {
  const text = String(value)
  return /^[\t\x20-\x7e\xa0-\xff]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`
}

const setHeaders = (res: ServerResponse, headers: ResponseHeaders) => {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) res.setHeader(name, headerText(value))
}

export const sendEmpty = (res: ServerResponse, status: number, headers: ResponseHeaders = {}): void => {
  setHeaders(res, headers)
  res.writeHead(status).end()
}

export const sendXml = (
  res: ServerResponse,
  status: number,
  root: string,
  body: XmlNode,
  headers: ResponseHeaders = {},
): void => {
  setHeaders(res, { ...headers, "content-type": "application/xml" })
  res.writeHead(status).end(buildXml(root, body, namespace))
}

/** Status and headers; the caller sends the body. */
export const sendHead = (res: ServerResponse, status: number, headers: ResponseHeaders): void => {
  setHeaders(res, headers)
  res.writeHead(status)
}

export const sendError = (res: ServerResponse, error: S3Error, resource: string): void => {
  const body = { Code: error.code, Message: error.message, Resource: resource, RequestId: requestIdOf(res) }
  res.writeHead(error.status, { "content-type": "application/xml" })
  res.end(res.req.method === "HEAD" ? undefined : buildXml("Error", body))
}

export const requestIdOf = (res: ServerResponse): string => String(res.getHeader("x-amz-request-id") ?? "")

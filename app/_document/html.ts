import type { ReactElement } from "react"
import { shownText } from "@/app/_words/shown-text"

export type DocumentPolicy = {
  /** Modules from 'self', with integrity. Without it the document runs no script at all. */
  readonly scripts?: boolean
  /** The origin of the evidence store, for a form or a module that sends files straight to it. */
  readonly storeOrigin?: string
  /** The document frames one of our own, which a form without script sends to the store in. */
  readonly hasFrame?: boolean
  /** One of our own documents may frame it. */
  readonly isFramed?: boolean
}

/** The whole policy of one document, closed by default. */
const policyText = ({ scripts, storeOrigin, hasFrame, isFramed }: DocumentPolicy = {}) => {
  const destinations = storeOrigin ? `'self' ${storeOrigin}` : "'self'"
  return [
    "default-src 'none'",
    scripts ? "script-src 'self'" : "script-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    ...(scripts ? ["worker-src 'self'"] : []),
    ...(scripts ? [`connect-src ${destinations}`] : []),
    ...(hasFrame ? [`frame-src ${destinations}`] : []),
    `form-action ${destinations}`,
    "base-uri 'none'",
    `frame-ancestors ${isFramed ? "'self'" : "'none'"}`,
  ].join("; ")
}

type DocumentInit = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly policy?: DocumentPolicy
}

const fieldsAndTags = /(<textarea[\s\S]*?<\/textarea>|<[^>]*>)/

/** All text of a document as people may see it. What stands in a field stays as it was typed, and so do addresses. */
const asShown = (markup: string) =>
  markup
    .split(fieldsAndTags)
    .map((part, at) => (at % 2 === 0 ? shownText(part) : part))
    .join("")

/** Answers a React element as a static HTML document: hookless server components only, no runtime. */
export const html = async (element: ReactElement, init: DocumentInit = {}) => {
  // Next refuses a static import of react-dom/server in a route handler.
  const { renderToStaticMarkup } = await import("react-dom/server")
  return new Response(`<!doctype html>${asShown(renderToStaticMarkup(element))}`, {
    status: init.status ?? 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policyText(init.policy),
      ...init.headers,
    },
  })
}

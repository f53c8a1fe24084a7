"use client"
import { useServerInsertedHTML } from "next/navigation"
import type { ReactNode } from "react"

type Props = {
  readonly title: string
  readonly detail: string
  readonly href: string
  readonly home: string
  /** Of a fault, in the log. */
  readonly number?: string
  readonly children: ReactNode
}

/**
 * Says without script why there is no page. Next draws `forbidden`, `notFound` and faults in the browser alone: of what
 * was rendered before them only what is inserted so reaches the answer. A browser without script ends the head at the first
 * heading and shows the rest as the page; one with script takes it for text of no effect.
 * @param props.children what calls `forbidden` or `notFound`, or throws
 */
export const WithoutScript = ({ title, detail, href, home, number, children }: Props) => {
  let isInserted = false
  useServerInsertedHTML(() => {
    if (isInserted) return null
    isInserted = true
    return (
      <noscript>
        <h1>{title}</h1>
        <p>{detail}</p>
        {number ? (
          <p>
            <code>{number}</code>
          </p>
        ) : null}
        <p>
          <a href={href}>{home}</a>
        </p>
      </noscript>
    )
  })
  return children
}

"use client"
import { useRouter } from "next/navigation"
import { useEffect, useRef } from "react"
import type { FormState } from "@/app/admin/_gate/form-state"

/** What came of a form: read out, and brought to where the person is. */
export const Outcome = ({ state }: { state: FormState }) => {
  const { problem, result, done, round } = state
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (round > 0) box.current?.focus()
  }, [round])
  if (problem)
    return (
      <div className="problem" role="alert" tabIndex={-1} ref={box}>
        <strong>{problem.title}</strong>
        {problem.lastChange ? <p>{problem.lastChange}</p> : null}
        <p>{problem.detail}</p>
        {problem.requestId ? <code>{problem.requestId}</code> : null}
        {problem.wayOut ? <WayOut {...problem.wayOut} /> : null}
      </div>
    )
  if (result)
    return (
      <div className="answer" role="status" tabIndex={-1} ref={box}>
        {result.text ? <p className="copy">{result.text}</p> : null}
        {result.link ? (
          <a className="button" href={result.link.href} rel="noreferrer" download>
            {result.link.label}
          </a>
        ) : null}
        {result.view}
      </div>
    )
  return done ? (
    <p className="done" role="status">
      {done}
    </p>
  ) : null
}

type WayOutProps = { readonly kind: "reload" | "sign-in"; readonly label: string }

/** Keeps the form and what was typed in it: draws the page anew around it, or signs in beside it. */
const WayOut = ({ kind, label }: WayOutProps) => {
  const router = useRouter()
  if (kind === "sign-in")
    return (
      <a href="/admin/sign-in" target="_blank" rel="noreferrer">
        {label}
      </a>
    )
  return (
    <button type="button" onClick={() => router.refresh()}>
      {label}
    </button>
  )
}

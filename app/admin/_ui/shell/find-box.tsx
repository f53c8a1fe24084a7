"use client"
import { useEffect, useRef } from "react"
import { isTyping } from "@/app/admin/_ui/typing"

/** One box for whatever somebody pastes, reached from everywhere by `/`. Works without script as a form. */
export const FindBox = ({ label }: { label: string }) => {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
      if (event.key !== "/" || !isPlain || isTyping(event.target)) return
      event.preventDefault()
      box.current?.focus()
      box.current?.select()
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [])
  return (
    <search>
      <form action="/admin/search" method="get" className="find">
        <input
          ref={box}
          type="search"
          name="q"
          aria-label={label}
          placeholder={label}
          aria-keyshortcuts="/"
          maxLength={2000}
          autoComplete="off"
        />
      </form>
    </search>
  )
}

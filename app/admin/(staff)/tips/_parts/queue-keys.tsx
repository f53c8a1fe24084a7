"use client"
import { useEffect, useRef, useState } from "react"

type Words = Readonly<
  Record<"open" | "title" | "close" | "off" | "next" | "before" | "enter" | "claim" | "list", string>
>

const offKey = "console-keys-off"
const rowLinks = () => [
  ...document.querySelectorAll<HTMLAnchorElement>("table.data tbody tr td:first-child a"),
]
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest("input, textarea, select, [contenteditable], dialog") !== null

const move = (by: number) => {
  const links = rowLinks()
  const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement))
  const next = at === -1 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)
  links[next]?.focus()
}

const claimHere = () =>
  document.activeElement?.closest("tr")?.querySelector<HTMLFormElement>("form.claim")?.requestSubmit()

/** The queue's single keys and the list of them, where they can also be turned off (WCAG 2.1.4). */
export const QueueKeys = ({ words }: { words: Words }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOff, setOff] = useState(false)
  useEffect(() => setOff(localStorage.getItem(offKey) === "1"), [])
  useEffect(() => {
    const acts: Record<string, () => void> = {
      j: () => move(1),
      k: () => move(-1),
      c: () => claimHere(),
      "?": () => dialog.current?.showModal(),
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isOff || isTyping(event.target)) return
      const act = acts[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [isOff])

  const turn = (off: boolean) => {
    localStorage.setItem(offKey, off ? "1" : "0")
    setOff(off)
  }
  const keys = [
    ["j", words.next],
    ["k", words.before],
    ["Enter", words.enter],
    ["c", words.claim],
    ["?", words.list],
  ]
  return (
    <>
      <button type="button" className="plain keys" onClick={() => dialog.current?.showModal()}>
        {words.open} <kbd>?</kbd>
      </button>
      <dialog ref={dialog} aria-labelledby="keys-title">
        <h2 id="keys-title">{words.title}</h2>
        <dl className="facts">
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="check">
          <input type="checkbox" checked={isOff} onChange={(event) => turn(event.target.checked)} />{" "}
          {words.off}
        </label>
        <form method="dialog">
          <button type="submit">{words.close}</button>
        </form>
      </dialog>
    </>
  )
}

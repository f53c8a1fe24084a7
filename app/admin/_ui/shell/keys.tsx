"use client"
import { useEffect, useRef, useState } from "react"
import { isTyping } from "@/app/admin/_ui/typing"
import { act, nameOf, rowLinks, showing } from "./acts"

type Words = Readonly<
  Record<"open" | "title" | "close" | "off" | "next" | "before" | "enter" | "claim" | "list", string>
>

const offKey = "console-keys-off"

const move = (by: number) => {
  const links = rowLinks()
  const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement))
  const next = at === -1 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)
  links[next]?.focus()
}

const claimHere = () =>
  document.activeElement?.closest("tr")?.querySelector<HTMLFormElement>("form.claim")?.requestSubmit()

/** What of the page says that it has a key, as it is drawn now. */
const keyed = () => showing("[aria-keyshortcuts]")

/**
 * The single keys of a page and the list of them, where they can also be turned off (WCAG 2.1.4). A part of the page
 * says by `aria-keyshortcuts` that it has one.
 */
export const Keys = ({ words }: { words: Words }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOff, setOff] = useState(false)
  const [listed, setListed] = useState<readonly (readonly [string, string])[]>([])
  useEffect(() => setOff(localStorage.getItem(offKey) === "1"), [])

  const show = () => {
    const ofRows = [
      ["j", words.next],
      ["k", words.before],
      ["Enter", words.enter],
    ] as const
    setListed([
      ...(rowLinks().length > 0 ? ofRows : []),
      ...(showing("tr form.claim").length > 0 ? [["c", words.claim] as const] : []),
      ...keyed().map(
        (element) =>
          [element.getAttribute("aria-keyshortcuts") ?? "", element.ariaLabel ?? nameOf(element)] as const,
      ),
      ["?", words.list],
    ])
    dialog.current?.showModal()
  }

  useEffect(() => {
    const acts: Record<string, () => void> = {
      j: () => move(1),
      k: () => move(-1),
      c: claimHere,
      "?": show,
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isOff) return
      if (isTyping(event.target)) return
      const element = keyed().find((one) => one.getAttribute("aria-keyshortcuts") === event.key)
      const run = element ? () => act(element) : acts[event.key]
      if (!run) return
      event.preventDefault()
      run()
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  })

  const turn = (off: boolean) => {
    localStorage.setItem(offKey, off ? "1" : "0")
    setOff(off)
  }
  return (
    <>
      <button type="button" className="plain keys" onClick={show}>
        {words.open} <kbd>?</kbd>
      </button>
      <dialog ref={dialog} aria-labelledby="keys-title">
        <h2 id="keys-title">{words.title}</h2>
        <dl className="facts">
          {listed.map(([key, does]) => (
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

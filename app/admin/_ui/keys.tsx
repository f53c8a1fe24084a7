"use client"
import { useEffect, useRef, useState } from "react"
import { isTyping } from "./typing"

type Words = Readonly<
  Record<"open" | "title" | "close" | "off" | "next" | "before" | "enter" | "claim" | "list", string>
>

const offKey = "console-keys-off"
const rowLinks = () => [
  ...document.querySelectorAll<HTMLAnchorElement>("table.data tbody tr td:first-child a"),
]

const move = (by: number) => {
  const links = rowLinks()
  const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement))
  const next = at === -1 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)
  links[next]?.focus()
}

const claimHere = () =>
  document.activeElement?.closest("tr")?.querySelector<HTMLFormElement>("form.claim")?.requestSubmit()

/** What of the page says that it has a key, as it is drawn now. Folded away, a choice has none. */
const keyed = () =>
  [...document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]")].filter((one) => one.checkVisibility())

const firstInput = "input:not([type=hidden]), select, textarea"

/** Opens a form that is folded and goes into it; presses a button; ticks a choice; follows a link. */
const act = (element: HTMLElement) => {
  if (element.tagName !== "SUMMARY") {
    element.focus()
    element.click()
    return
  }
  const fold = element.closest("details")
  if (!fold) return
  fold.open = true
  fold.querySelector<HTMLElement>(firstInput)?.focus()
}

const nameOf = (element: HTMLElement) => (element.closest("label") ?? element).textContent?.trim() ?? ""

/**
 * The single keys of a page and the list of them, where they can also be turned off (WCAG 2.1.4). A part of the page
 * says by `aria-keyshortcuts` that it has one.
 */
export const Keys = ({ words, isList = false }: { words: Words; isList?: boolean }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOff, setOff] = useState(false)
  const [listed, setListed] = useState<readonly (readonly [string, string])[]>([])
  useEffect(() => setOff(localStorage.getItem(offKey) === "1"), [])

  const show = () => {
    setListed(keyed().map((element) => [element.getAttribute("aria-keyshortcuts") ?? "", nameOf(element)]))
    dialog.current?.showModal()
  }

  useEffect(() => {
    const ofLists: Record<string, () => void> = isList
      ? { j: () => move(1), k: () => move(-1), c: claimHere }
      : {}
    const acts: Record<string, () => void> = { ...ofLists, "?": show }
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
  const keys = [
    ...(isList
      ? ([
          ["j", words.next],
          ["k", words.before],
          ["Enter", words.enter],
          ["c", words.claim],
        ] as const)
      : []),
    ...listed,
    ["?", words.list] as const,
  ]
  return (
    <>
      <button type="button" className="plain keys" onClick={show}>
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

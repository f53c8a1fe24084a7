"use client"
import { type KeyboardEvent as Pressed, useEffect, useId, useRef, useState } from "react"
import { act, nameOf, showing } from "./acts"

type Group = "act" | "part" | "section"
type Words = Readonly<Record<"open" | "title" | "what" | "none" | "close" | Group, string>>
type Choice = {
  readonly id: string
  readonly group: Group
  readonly name: string
  readonly go: () => void
}

/** Where an act stands in a row of a table, the row's first cell says which one it is. */
const nameInRow = (element: HTMLElement) => {
  const cell = element.closest("tr")?.querySelector<HTMLElement>("th, td")
  return cell && !cell.contains(element) ? `${nameOf(element)} – ${nameOf(cell)}` : nameOf(element)
}

/** A button is gone to and not pressed: what it does may be for good. */
const goTo = (element: HTMLElement) => {
  if (element.tagName === "BUTTON") element.focus()
  else act(element)
}

const headingGoneTo = (heading: HTMLElement) => {
  heading.tabIndex = -1
  heading.focus()
}

/** All that can be done or gone to from the page as it is drawn now. */
const choicesHere = (): Choice[] => {
  const all = [
    ["act", "main summary, main button:not(:disabled), main a[aria-keyshortcuts]", nameInRow, goTo],
    ["part", "main h2", nameOf, headingGoneTo],
    ["section", "header nav a", nameOf, act],
  ] as const
  return all.flatMap(([group, selector, called, go]) =>
    showing(selector).map((element, at) => ({
      id: `${group} ${at}`,
      group,
      name: called(element),
      go: () => go(element),
    })),
  )
}

const isMeant = (typed: string) => {
  const parts = typed.toLowerCase().split(/\s+/)
  return ({ name }: Choice) => parts.every((part) => name.toLowerCase().includes(part))
}

/** Finds by a few letters what the page can do and where the console leads: Ctrl+K, or ⌘K. */
export const Palette = ({ words }: { words: Words }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [choices, setChoices] = useState<readonly Choice[]>([])
  const [typed, setTyped] = useState("")
  const [at, setAt] = useState(0)
  const meant = choices.filter(isMeant(typed))
  const current = meant[at]

  const open = () => {
    setChoices(choicesHere())
    setTyped("")
    setAt(0)
    if (!dialog.current?.open) dialog.current?.showModal()
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!isAsked || event.key.toLowerCase() !== "k" || event.isComposing) return
      event.preventDefault()
      open()
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  })
  useEffect(() => document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" }), [id, at])

  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    dialog.current?.close()
    choice.go()
  }
  const onKeyDown = (event: Pressed) => {
    if (event.nativeEvent.isComposing) return
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: meant.length - 1 }[event.key]
    if (event.key === "Enter") choose(current)
    else if (to === undefined) return
    else setAt(Math.min(Math.max(to, 0), Math.max(meant.length - 1, 0)))
    event.preventDefault()
  }
  return (
    <>
      <button type="button" className="plain keys" aria-keyshortcuts="Control+K" onClick={open}>
        {words.open} <kbd>Ctrl K</kbd>
      </button>
      <dialog ref={dialog} className="palette" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{words.title}</h2>
        <input
          type="text"
          role="combobox"
          aria-label={words.what}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${at}` : undefined}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <div id={`${id}-list`} role="listbox" aria-label={words.title} className="choices-found">
          {meant.map((choice, index) => (
            <button
              key={choice.id}
              id={`${id}-${index}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onClick={() => choose(choice)}
            >
              {choice.name} <span className="quiet">{words[choice.group]}</span>
            </button>
          ))}
        </div>
        <p role="status">{meant.length === 0 ? words.none : ""}</p>
        <form method="dialog">
          <button type="submit">{words.close}</button>
        </form>
      </dialog>
    </>
  )
}

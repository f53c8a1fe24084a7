import { onTyped } from "./on-typed"

/**
 * Keeps what is typed on the device until a step is sent: on a phone, looking up an address in another app can cost
 * the page. Never who the reporter is; for a day at most; and no longer than until a page says that it is saved.
 */
const storageKey = "report-draft"
const hoursMax = 24
const neverKept = ["contact", "news", "from"]

type Typed = Readonly<Record<string, string>>
type Draft = { readonly at: number; readonly typed: Typed }

const forget = () => {
  try {
    localStorage.removeItem(storageKey)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

const read = (): Typed => {
  try {
    const draft: Draft | null = JSON.parse(localStorage.getItem(storageKey) ?? "null")
    if (draft && draft.at > Date.now() - hoursMax * 3_600_000) return draft.typed
  } catch {
    // Not ours, or not allowed: as if there were none.
  }
  forget()
  return {}
}

const textsOf = (form: HTMLFormElement): Typed =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === "string" && !neverKept.includes(name) ? [[name, value]] : [],
    ),
  )

const write = (form: HTMLFormElement) => {
  const draft: Draft = { at: Date.now(), typed: { ...read(), ...textsOf(form) } }
  try {
    localStorage.setItem(storageKey, JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing loses no more than it would without us.
  }
}

/** What the page itself brings goes before what the device kept. */
const restore = (form: HTMLFormElement) => {
  for (const [name, value] of Object.entries(read())) {
    const control = form.elements.namedItem(name)
    if (value && control && "value" in control && control.value === "") control.value = value
  }
}

const form = document.querySelector<HTMLFormElement>("form[data-draft]")
if (form) restore(form)
if (form) onTyped(form, () => write(form))
for (const note of document.querySelectorAll<HTMLElement>("[data-device]")) note.hidden = false
document.querySelector("form[data-wipe]")?.addEventListener("submit", forget)
if (document.querySelector("[data-draft=saved]")) forget()

/**
 * Keeps what is typed into the report while the tab lives: on a phone, looking up an address in another app can cost
 * the page. In this tab only; never who the reporter is; and no longer than until a page says that it is saved.
 */
const place = "report-draft"
const kept = ["category", "targets", "description", "work"] as const

type Draft = Readonly<Record<string, string>>

const read = (): Draft | undefined => {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "null") ?? undefined
  } catch {
    return undefined
  }
}

const write = (form: HTMLFormElement) => {
  const typed = new FormData(form)
  const draft: Draft = Object.fromEntries(kept.map((name) => [name, String(typed.get(name) ?? "")]))
  try {
    sessionStorage.setItem(place, JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing loses no more than it would without us.
  }
}

const restore = (form: HTMLFormElement) => {
  const draft = read()
  if (!draft) return
  for (const name of kept) {
    const control = form.elements.namedItem(name)
    const value = draft[name]
    if (!value || !control || !("value" in control) || control.value !== "") continue
    control.value = value
  }
}

const form = document.querySelector<HTMLFormElement>("form[data-draft]")
if (form?.dataset.draft === "fresh") restore(form)
form?.addEventListener("input", () => write(form))
if (document.querySelector("[data-draft=saved]")) sessionStorage.removeItem(place)

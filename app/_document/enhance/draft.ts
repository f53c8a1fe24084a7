/**
 * Keeps what is typed into the report while the tab lives: on a phone, looking up an address in another app can cost
 * the page. In this tab only; never who the reporter is; and not once it was sent.
 */
const place = "report-draft"
const kept = ["category", "targets", "description", "work"] as const

type Draft = { readonly isSent: boolean; readonly fields: Readonly<Record<string, string>> }

const read = (): Draft | undefined => {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "null") ?? undefined
  } catch {
    return undefined
  }
}

const write = (form: HTMLFormElement, isSent: boolean) => {
  const typed = new FormData(form)
  const fields = Object.fromEntries(kept.map((name) => [name, String(typed.get(name) ?? "")]))
  try {
    sessionStorage.setItem(place, JSON.stringify({ isSent, fields } satisfies Draft))
  } catch {
    // A browser that keeps nothing loses no more than it would without us.
  }
}

const restore = (form: HTMLFormElement) => {
  const draft = read()
  if (!draft || draft.isSent) return
  for (const name of kept) {
    const control = form.elements.namedItem(name)
    const value = draft.fields[name]
    if (!value || !control || !("value" in control) || control.value !== "") continue
    control.value = value
  }
}

const form = document.querySelector<HTMLFormElement>("form[data-draft]")
if (form) {
  if (form.dataset.draft === "fresh") restore(form)
  form.addEventListener("input", () => write(form, false))
  form.addEventListener("submit", () => write(form, true))
}

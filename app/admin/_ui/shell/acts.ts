const firstInput = "input:not([type=hidden]), select, textarea"

/** What of the page shows now and matches. Folded away, a choice is none. */
export const showing = (selector: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility())

/** The links that lead from the rows of a page's tables. */
export const rowLinks = () => showing("table.data tbody tr td:first-child a")

/** Opens a form that is folded and goes into it; presses a button; ticks a choice; follows a link. */
export const act = (element: HTMLElement) => {
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

export const nameOf = (element: HTMLElement) =>
  ((element.closest("label") ?? element).textContent ?? "").replaceAll(/\s+/g, " ").trim()

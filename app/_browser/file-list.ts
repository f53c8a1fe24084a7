const lookEveryMs = 2_000
const looksMax = 60

const list = (of: Document) => of.querySelector<HTMLElement>("[data-files]")

/** Puts the server's present list of files in the place of the one that the page shows; the focus stays where it was. */
export const renew = async () => {
  const response = await fetch(location.pathname, { headers: { accept: "text/html" } }).catch(() => undefined)
  // The next look may find the line back.
  if (!response?.ok) return
  const updated = list(new DOMParser().parseFromString(await response.text(), "text/html"))
  const old = list(document)
  if (!updated || !old || updated.outerHTML === old.outerHTML) return
  const focused = old.contains(document.activeElement)
    ? document.activeElement?.closest("[data-file]")?.getAttribute("data-file")
    : undefined
  old.replaceWith(updated)
  if (focused === undefined) return
  const focusTarget = updated.querySelector<HTMLElement>(`[data-file="${focused}"] :is(a, button)`) ?? updated
  focusTarget.tabIndex = focusTarget === updated ? -1 : focusTarget.tabIndex
  focusTarget.focus()
}

/** How many more files may be chosen. */
export const filesLeft = () => Number(list(document)?.dataset.left ?? 0)

/** Looks until nothing is being checked any more, but not for ever. */
export const watchFiles = async () => {
  for (let looks = 0; looks < looksMax && list(document)?.dataset.files === "checking"; looks++) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    await renew()
  }
}

/** What a screen reader tells at the end: how many files there are, and what became of those that are not in order. */
export const listText = () =>
  [...(list(document)?.querySelectorAll<HTMLElement>(":scope > p, li:not([data-file-state=verified])") ?? [])]
    .map(({ innerText }) => innerText)
    .join("\n")

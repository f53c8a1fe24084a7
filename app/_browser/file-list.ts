import { latestPart } from "./latest-part"

const lookEveryMs = 2_000
const looksMax = 60

const selector = "[data-files]"
const list = () => document.querySelector<HTMLElement>(selector)

/** Puts the server's present list of files in the place of the one that the page shows; the focus stays where it was. */
export const renew = async () => {
  // Where the line is broken, the next look may find it back.
  const updated = await latestPart(selector)
  const old = list()
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
export const filesLeft = () => Number(list()?.dataset.left ?? 0)

/** Looks until nothing is being checked any more, but not for ever. */
export const watchFiles = async () => {
  for (let looks = 0; looks < looksMax && list()?.dataset.files === "checking"; looks++) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    await renew()
  }
}

/** What a screen reader tells at the end: how many files there are, and what became of those that are not in order. */
export const listText = () =>
  [...(list()?.querySelectorAll<HTMLElement>(":scope > p, li:not([data-file-state=verified])") ?? [])]
    .map(({ innerText }) => innerText)
    .join("\n")

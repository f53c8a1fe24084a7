const lookEveryMs = 2_000
const looksMax = 60

const list = (of: Document) => of.querySelector<HTMLElement>("[data-files]")

/** Puts the server's present list of files in the place of the one that the page shows. */
export const renew = async () => {
  const response = await fetch(location.pathname, { headers: { accept: "text/html" } })
  const fresh = list(new DOMParser().parseFromString(await response.text(), "text/html"))
  if (fresh) list(document)?.replaceWith(fresh)
}

/** Looks until nothing is being checked any more, but not for ever. */
export const watchFiles = async () => {
  for (let looks = 0; looks < looksMax && list(document)?.dataset.files === "checking"; looks++) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    await renew()
  }
}

/** What the list says, for a screen reader to tell at the end. */
export const listText = () => list(document)?.innerText ?? ""

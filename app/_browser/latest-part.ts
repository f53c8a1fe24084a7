/** A part of the page as the server shows it now; undefined where the line is broken, or there is none. */
export const latestPart = async (selector: string): Promise<HTMLElement | undefined> => {
  const response = await fetch(location.pathname, { headers: { accept: "text/html" } }).catch(() => undefined)
  if (!response?.ok) return undefined
  const page = new DOMParser().parseFromString(await response.text(), "text/html")
  return page.querySelector<HTMLElement>(selector) ?? undefined
}

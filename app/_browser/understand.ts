import { onTyped } from "./on-typed"

/** Shows how the portal reads each address while it is typed, in the portal's own words. */
const pauseMs = 500

const enhance = (field: HTMLTextAreaElement, shown: HTMLElement) => {
  let wait: ReturnType<typeof setTimeout> | undefined
  let asking = new AbortController()

  const ask = async () => {
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    try {
      const response = await fetch(shown.dataset.understood ?? "", {
        method: "POST",
        body: new URLSearchParams({ targets: field.value }),
        signal,
      })
      const markup = response.ok ? await response.text() : ""
      shown.replaceChildren(...new DOMParser().parseFromString(markup, "text/html").body.childNodes)
    } catch {
      // The line was cut, or there is a newer question. The page of all answers shows the same.
    }
  }

  onTyped(field, () => {
    clearTimeout(wait)
    wait = setTimeout(ask, pauseMs)
  })
  if (field.value) void ask()
}

const field = document.querySelector<HTMLTextAreaElement>("#targets")
const shown = document.querySelector<HTMLElement>("[data-understood]")
if (field && shown) enhance(field, shown)

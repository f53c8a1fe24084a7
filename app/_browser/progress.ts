import { latestPart } from "./latest-part"

/** Looks after what goes on in the background: puts its present state on the page, and loads that anew at its end. */
const selector = "[data-progress]"
const running = ["checking", "sending"]
const lookEveryMs = 2_000

const stateOf = (part: HTMLElement | null | undefined) => part?.dataset.progress ?? ""
const shown = () => document.querySelector<HTMLElement>(selector)

let isWatching = false

const watch = async () => {
  if (isWatching) return
  isWatching = true
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    const latest = await latestPart(selector)
    // The next look may find the line back.
    if (!latest) continue
    if (stateOf(latest) !== stateOf(shown())) return location.reload()
    if (latest.outerHTML !== shown()?.outerHTML) shown()?.replaceWith(latest)
  }
}

if (running.includes(stateOf(shown()))) void watch()
// The file goes straight to the store, into a frame: when it has come, only the server's page tells.
document.querySelector("form[target]")?.addEventListener("submit", () => void watch())

import chromium from "@sparticuz/chromium"
import { type Browser, chromium as playwright } from "playwright-core"

const args = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** A real Chromium with a fresh profile, out of the npm package. The caller closes it. */
export const launchBrowser = async (): Promise<Browser> =>
  playwright.launch({ executablePath: await chromium.executablePath(), args })

/** The same, and the group of its processes, for who slows them down. */
export const launchBrowserGroup = async () => {
  const server = await playwright.launchServer({ executablePath: await chromium.executablePath(), args })
  const groupId = server.process().pid
  if (groupId === undefined) throw new Error("The browser did not start")
  return { browser: await playwright.connect(server.wsEndpoint()), groupId, close: () => server.close() }
}

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

import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import { createRequire } from "node:module"
import type { AddressInfo } from "node:net"
import type { Page } from "playwright-core"

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

/**
 * Serves axe to pages, so that the browser compiles it once and not for each of them. Their policy does not allow it:
 * they are to be opened with `bypassCSP`.
 */
export const openAxe = async () => {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"))
  const server = createServer((_, response) => {
    response
      .writeHead(200, {
        "content-type": "text/javascript",
        "cache-control": "max-age=86400, immutable",
        "cross-origin-resource-policy": "cross-origin",
      })
      .end(source)
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  return {
    /** What axe finds on a page, each with the tags that it is about. */
    found: async (page: Page): Promise<string[]> => {
      await page.addScriptTag({ url: `http://127.0.0.1:${port}/axe.js` })
      return page.evaluate(
        `axe.run({ runOnly: ${JSON.stringify(tags)}, resultTypes: ["violations"] }).then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | ")))`,
      )
    },
    close: () => server.close(),
  }
}

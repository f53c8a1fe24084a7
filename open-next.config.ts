import type { OpenNextConfig } from "@opennextjs/aws/types/open-next.js"

/** CloudFront alone keeps pages (docs/decisions/0015): no store of rendered pages, no table of tags, no queue. */
const config: OpenNextConfig = {
  default: { override: { incrementalCache: "dummy", tagCache: "dummy", queue: "dummy" } },
  dangerous: { disableIncrementalCache: true, disableTagCache: true },
}

export default config

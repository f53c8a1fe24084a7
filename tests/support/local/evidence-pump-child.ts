// A pump that does nothing but what a portal does with files, in a process whose memory can be measured.
import { arrivals, stream } from "@/infra/local/pump/pipeline"
import { pump } from "@/infra/local/pump/pump"
import { setting } from "@/lib/kernel/config"

const [dataDir = ""] = process.argv.slice(2)
const stop = new AbortController()
process.once("SIGTERM", () => stop.abort())
process.send?.("started")
await pump(
  {
    dataDir,
    tableName: setting("TABLE_NAME"),
    stream,
    journal: {
      s3Url: process.env.AWS_ENDPOINT_URL_S3 ?? "",
      secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? "",
      consumers: arrivals,
    },
    log: console.log,
  },
  stop.signal,
)
process.exit()

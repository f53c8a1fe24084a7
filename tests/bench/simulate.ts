// A viral day against the limits of AWS, by the portal's own verbs and keys: `npm run simulate`, about a minute.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startS3 } from "@sword-net/s3-subset"
import { fences } from "@/infra/fence"
import { accessKeyId, region, variablesOf } from "@/infra/local/environment/environment"
import { freePort } from "@/infra/local/environment/ports"
import { newSecrets } from "@/infra/local/environment/secrets"
import { createBucket } from "@/infra/local/stores/create-bucket"
import { createTables } from "@/infra/local/stores/create-tables"
import { startDynamo } from "@/infra/local/stores/dynamo"
import { markdown, number } from "@/tests/support/bench/bench"
import { heatOf, hoursToWait, machineryOf, tablesOf } from "@/tests/support/load/simulate"
import { limits, tipsPerSecond, viralDay } from "@/tests/support/load/viral-day"

const tips = 400
const percent = (share: number) => `${number(share * 100, share < 0.1 ? 1 : 0)} %`

const dir = mkdtempSync(join(tmpdir(), "simulate-"))
const secrets = await newSecrets()
const dynamo = await startDynamo(await freePort(), join(dir, "dynamo.sqlite"))
const s3 = await startS3({
  dataDir: join(dir, "s3"),
  port: 0,
  region,
  credentials: { accessKeyId, secretAccessKey: secrets.awsSecretAccessKey },
})
const siteUrl = "http://localhost:3000"
const addresses = {
  dynamoUrl: dynamo.url,
  s3Url: s3.url,
  siteUrl,
  issuer: siteUrl,
  mailUrl: "smtp://127.0.0.1:9",
}
Object.assign(process.env, variablesOf(addresses, secrets), {
  REPORTS_PER_MINUTE_NORMAL: String(Math.round(viralDay.tips / 1_440)),
})

try {
  await createTables({ table: "portal", limits: "portal-limits" })
  await createBucket("portal-evidence", siteUrl)
  // Imported once the process is told where the stores are.
  const { recordTips } = await import("@/tests/support/load/record-tips")
  const recording = await recordTips(tips)
  console.log(
    `${number(viralDay.tips)} tips a day, at the peak ${number(tipsPerSecond)} a second; a sample of ${tips}.`,
  )
  const keys = heatOf(recording, tips).map(({ of, key, perSecond, share }) => ({
    "table or index": of,
    "hottest key of its form": key,
    "writes a second": number(perSecond, perSecond < 10 ? 1 : 0),
    "of 1,000": percent(share),
  }))
  console.log(markdown({ title: "Partition keys", rows: keys }))
  const tables = tablesOf(recording, tips).map(({ of, perSecond, warm }) => ({
    "table or index": of,
    "write units a second": number(perSecond),
    "of a new one's 4,000": percent(perSecond / limits.writesOfNewTable),
    "warmed up to": number(warm),
    "of that": percent(perSecond / warm),
  }))
  console.log(markdown({ title: "Tables and indexes", rows: tables }))
  const needed = machineryOf(recording, tips)
  const waits = (need: number, most: number) => number(hoursToWait(need, most, 1))
  const parts = [
    ["stream records a second", needed.streamRecords, needed.shards * limits.recordsOfShard],
    ["reactions at once", needed.reactions, needed.shards * fences.reactionsOfShard],
    ["functions of the site at once", needed.site, fences.site],
    ["inspections at once, to keep up", needed.inspections, fences.inspections],
    ["sanitised copies drawn at once, to keep up", needed.previews, fences.previews],
    ["scan results at once", needed.scanResults, fences.scanResults],
  ] as const
  console.log(
    markdown({
      title: "Stream and functions",
      rows: parts.map(([what, need, most]) => ({
        what,
        needed: number(need),
        most: number(most),
        share: percent(need / most),
      })),
      note: `Files are meant to lag: after an hour of the peak the last waits ${waits(needed.inspections, fences.inspections)} hours to be inspected and ${waits(needed.previews, fences.previews)} for its copy.`,
    }),
  )
} finally {
  await Promise.all([dynamo.close(), s3.close()])
  rmSync(dir, { recursive: true, force: true })
}
process.exit()

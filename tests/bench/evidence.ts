import { rmSync } from "node:fs"
import { join } from "node:path"
import type { Submitted } from "@/lib/reporter"
import { type Bench, megabytes, number, ratio } from "@/tests/support/bench/bench"
import { writeBare } from "@/tests/support/bench/bytes"
import { forgetPeak, peakBytes } from "@/tests/support/bench/memory"
import { sendVideo, untilVerified } from "@/tests/support/bench/send-video"
import { sendVideoBare } from "@/tests/support/bench/send-video-bare"
import { sendVideoByBrowser } from "@/tests/support/bench/send-video-by-browser"
import { sendVideoInParts } from "@/tests/support/bench/send-video-in-parts"
import { submitWith } from "@/tests/support/bench/submit-with"
import { elapsed } from "@/tests/support/bench/time"
import { ownPortal } from "@/tests/support/portal/own-portal"

const sizes = [10 * 1024 ** 2, 1024 ** 3]
const watched = ["site", "s3", "pump"] as const

type Way = "form" | "parts" | "browser"
type Sent = { readonly sentMs: number; readonly hashedMs?: number }
type Portal = Awaited<ReturnType<typeof ownPortal>>

const megabytesPerSecond = (sizeBytes: number, ms: number) => number(sizeBytes / 1024 ** 2 / (ms / 1_000))

const measure = async (portal: Portal, sizeBytes: number, way: Way) => {
  const { siteUrl, dataDir, pids } = portal
  const path = join(dataDir, "video.mp4")
  const disk = await elapsed(() => writeBare(path, sizeBytes))
  const bare = await elapsed(() => sendVideoBare(sizeBytes))
  // The browser announces the video itself.
  const tip = await submitWith(
    siteUrl,
    way === "browser" ? [] : [{ name: "video.mp4", sizeBytes, sha256: disk.result }],
  )
  for (const name of watched) forgetPeak(pids()[name])
  const sent = await send(portal, tip, sizeBytes, way, path)
  const verified = await elapsed(() => untilVerified(siteUrl, tip.receipt))
  rmSync(path)
  const peaks = watched.map((name) => [`${name} peak MB`, megabytes(peakBytes(pids()[name]))])
  return {
    way,
    "file MB": megabytes(sizeBytes),
    "hashed before MB/s": sent.hashedMs === undefined ? "" : megabytesPerSecond(sizeBytes, sent.hashedMs),
    "sent MB/s": megabytesPerSecond(sizeBytes, sent.sentMs),
    "bare S3 server MB/s": megabytesPerSecond(sizeBytes, bare.ms),
    "bare write MB/s": megabytesPerSecond(sizeBytes, disk.ms),
    "time ratio to bare S3": ratio(sent.sentMs, bare.ms),
    "verified and sealed after s": number(verified.ms / 1_000, 1),
    ...Object.fromEntries(peaks),
  }
}

const send = async (
  { siteUrl, site }: Portal,
  tip: Submitted,
  sizeBytes: number,
  way: Way,
  path: string,
): Promise<Sent> => {
  if (way === "browser") return sendVideoByBrowser(site, tip, path)
  const [upload] = tip.uploads
  if (!upload) throw new Error("No upload was offered")
  const { ms } = await elapsed(() =>
    way === "form" ? sendVideo(upload, sizeBytes) : sendVideoInParts(siteUrl, tip, upload, sizeBytes),
  )
  return { sentMs: ms }
}

export const bench: Bench = async (show) => {
  const portal = await ownPortal("bench")
  const [small = 0, large = 0] = sizes
  const rows = []
  // The smallest twice: what the processes load at first use belongs to no size.
  for (const size of [small, small, large]) rows.push(await measure(portal, size, "form"))
  for (const way of ["parts", "browser"] as const) rows.push(await measure(portal, large, way))
  show({
    title:
      "Evidence: one file through the form of the upload policy, in parts with a checksum each by the API, and by the page in Chromium, beside one bare request to the embedded S3 server and a bare write of its bytes",
    rows: rows.slice(1),
    note: "The bare write hashes the same bytes (SHA-256) and forces them to the disk. The sender runs on the same machine.",
  })
  await portal.stop()
}

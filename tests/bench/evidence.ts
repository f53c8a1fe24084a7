import { rmSync } from "node:fs"
import { join } from "node:path"
import type { Submitted } from "@/lib/tip"
import { ownPortal } from "@/tests/support/own-portal"
import { type Bench, megabytes, number, ratio } from "./support/bench"
import { writeBare } from "./support/bytes"
import { forgetPeak, peakBytes } from "./support/memory"
import { sendFilm, untilVerified } from "./support/send-film"
import { sendFilmInParts } from "./support/send-film-in-parts"
import { elapsed } from "./support/time"

const sizes = [10 * 1024 ** 2, 1024 ** 3]
const watched = ["site", "s3", "pump"] as const

type Way = "form" | "parts"
type Portal = Awaited<ReturnType<typeof ownPortal>>

const submit = async (siteUrl: string, sizeBytes: number, sha256: string): Promise<Submitted> => {
  const answer = await fetch(`${siteUrl}/api/v1/tips`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      category: "film-tv",
      targets: ["https://www.films.example/watch/1"],
      description: "The whole film can be watched here without paying.",
      evidence: [{ name: "film.mp4", sizeBytes, sha256 }],
    }),
  })
  if (answer.status !== 201) throw new Error(`The tip was answered ${answer.status}`)
  return answer.json()
}

const measure = async ({ siteUrl, dataDir, pids }: Portal, sizeBytes: number, way: Way) => {
  const path = join(dataDir, "bare")
  const bare = await elapsed(() => writeBare(path, sizeBytes))
  rmSync(path)
  const tip = await submit(siteUrl, sizeBytes, bare.result)
  for (const name of watched) forgetPeak(pids()[name])
  const [upload] = tip.uploads
  if (!upload) throw new Error("No upload was offered")
  const sent = await elapsed(() =>
    way === "form" ? sendFilm(upload, sizeBytes) : sendFilmInParts(siteUrl, tip, upload, sizeBytes),
  )
  const verified = await elapsed(() => untilVerified(siteUrl, tip.receipt))
  const peaks = watched.map((name) => [`${name} peak MB`, megabytes(peakBytes(pids()[name]))])
  const megabytesPerSecond = (ms: number) => number(sizeBytes / 1024 ** 2 / (ms / 1_000))
  return {
    way,
    "file MB": megabytes(sizeBytes),
    "sent MB/s": megabytesPerSecond(sent.ms),
    "bare write MB/s": megabytesPerSecond(bare.ms),
    "time ratio": ratio(sent.ms, bare.ms),
    "verified and sealed after s": number(verified.ms / 1_000, 1),
    ...Object.fromEntries(peaks),
  }
}

export const bench: Bench = async (show) => {
  const portal = await ownPortal("bench")
  const rows = []
  // The smallest twice: what the processes load at first use belongs to no size.
  for (const size of [sizes[0] ?? 0, ...sizes]) rows.push(await measure(portal, size, "form"))
  rows.push(await measure(portal, sizes[1] ?? 0, "parts"))
  show({
    title:
      "Evidence: one file through the form of the upload policy, and in parts with a checksum each, beside a bare write of its bytes",
    rows: rows.slice(1),
    note: "The bare write hashes the same bytes (SHA-256) and forces them to the disk. The sender runs on the same machine.",
  })
  await portal.stop()
}

import type { Submitted } from "@/lib/reporter"
import { type Bench, megabytes, number } from "@/tests/support/bench/bench"
import { submitWith } from "@/tests/support/bench/submit-with"
import * as bombs from "@/tests/support/files/bombs"
import { pdfBomb } from "@/tests/support/files/pdf"
import { samples } from "@/tests/support/files/samples"
import { watchTree } from "@/tests/support/local/tree-memory"
import { ownPortal } from "@/tests/support/portal/own-portal"
import { send } from "@/tests/support/upload"

type Sent = readonly [name: string, bytes: Buffer]

const report = async (siteUrl: string, files: readonly Sent[]): Promise<Submitted> => {
  const submitted = await submitWith(
    siteUrl,
    files.map(([name, bytes]) => ({ name, sizeBytes: bytes.length })),
  )
  for (const [at, [name, bytes]] of files.entries()) {
    const upload = submitted.uploads.find(({ index }) => index === at)
    if (upload) await send(upload, name, bytes)
  }
  return submitted
}

const untilDrawn = async (siteUrl: string, { receipt: { number, code } }: Submitted): Promise<number> => {
  const began = performance.now()
  for (;;) {
    const response = await fetch(`${siteUrl}/api/v1/receipts/lookup`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ number, code }),
    })
    const { evidence }: { evidence: { hasPreview?: boolean }[] } = await response.json()
    if (evidence.every(({ hasPreview }) => hasPreview !== undefined)) return performance.now() - began
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** What five hostile files of one reporter cost another, and what the whole hostile set takes of the machine. */
export const bench: Bench = async (show) => {
  const portal = await ownPortal("bench")
  try {
    const { siteUrl, pids } = portal
    const picture: Sent = ["screen.png", samples.find(([ending]) => ending === "png")?.[1] ?? Buffer.alloc(0)]
    const alone = await untilDrawn(siteUrl, await report(siteUrl, [picture]))
    const memory = watchTree(pids().pump ?? 0)
    const hostile = await report(
      siteUrl,
      Array.from({ length: 5 }, (_, at): Sent => [`${at}.pdf`, bombs.nestedPdf]),
    )
    const beside = await untilDrawn(siteUrl, await report(siteUrl, [picture]))
    await untilDrawn(siteUrl, hostile)
    const set: Sent[] = [
      ["huge.avif", bombs.hugeAvif],
      ["huge.webm", bombs.hugeVp8()],
      ["headers.mp4", bombs.headersMp4],
      ["nested.mp4", bombs.nestedMp4],
      ["swelling.pdf", Buffer.from(pdfBomb(300))],
      ["remark.png", bombs.remarkPng],
    ]
    for (const tip of [await report(siteUrl, set), await report(siteUrl, set.toReversed())])
      await untilDrawn(siteUrl, tip)
    show({
      title: "Hostile evidence: one picture, alone and beside five files of another that would draw for ever",
      rows: [
        {
          "picture alone, s": number(alone / 1_000, 1),
          "beside five hostile files, s": number(beside / 1_000, 1),
          "peak of pump and drawings, MB": megabytes(memory.stop()),
        },
      ],
      note: "The peak is that of the pump and every process it started, over files that swell when they are drawn.",
    })
  } finally {
    await portal.stop()
  }
}

import { randomBytes } from "node:crypto"
import { countEvidence, previewEvidence, recordScan } from "@/lib/evidence"
import { sealedKey } from "@/lib/evidence/evidence"
import { formToken, originOf } from "@/lib/limits"
import { dropDraft, keepDraft, submitTip, submittedOf } from "@/lib/reporter"
import { aTip } from "@/tests/support/factory"
import { system, visitor } from "@/tests/support/people"
import { inspect, send } from "@/tests/support/upload"
import { type Recording, recordWrites } from "./record-writes"
import { viralDay } from "./viral-day"

const hotSite = "hot.example"
const bytes = Buffer.from("plain words\n")

/** Whether the tip is among the share of all, each kind spread evenly and apart from the others. */
const isOne = (at: number, share: number, step: number) => (at * step) % 100 < share * 100

/** One citizen's way through the form, and what the portal does with it until the file is scanned. */
const sendTip = async (at: number) => {
  const { shares, network } = viralDay
  const idempotencyKey = `simulated-tip-${at}-${randomBytes(8).toString("hex")}`
  const site = isOne(at, shares.site, 1) ? hotSite : `site-${at}.example`
  const address = isOne(at, network, 7) ? "192.0.2.1" : `198.51.${at >> 8}.${at & 255}`
  const contact = isOne(at, shares.contact, 37) ? { contact: "somebody@mail.example", news: true } : {}
  const hasFile = isOne(at, shares.file, 61)
  const content = aTip({ targets: [`https://${site}/watch/1`], ...contact })
  const secret = randomBytes(32).toString("base64url")
  const { category, targets, work, description } = content
  const answers = { category, targets: targets as string[], work, description }
  for (let page = 0; page < 6; page++) await keepDraft(visitor(), { secret, draft: answers })
  const now = new Date(Date.now() - 60_000).toISOString()
  const stored = await submitTip(visitor(), {
    ...content,
    idempotencyKey,
    admission: {
      door: "form",
      origin: originOf(address, now),
      formToken: formToken(now, idempotencyKey),
    },
    ...(hasFile ? { evidence: [{ name: "notes.txt", sizeBytes: bytes.length }] } : {}),
  })
  await dropDraft(visitor(), { secret })
  for (const upload of (await submittedOf(stored)).uploads) {
    await send(upload, "notes.txt", bytes)
    await inspect(upload, "notes.txt")
    await countEvidence(system(), { tipId: stored.tipId })
    const key = sealedKey({ tipId: stored.tipId, evidenceId: upload.evidenceId })
    await previewEvidence(system(), { key })
    await recordScan(system(), { key, result: { verdict: "clean" } })
  }
}

/** A sample of the day, by the portal's own verbs on the embedded stores. */
export const recordTips = async (count: number): Promise<Recording> =>
  recordWrites(async () => {
    for (let at = 0; at < count; at++) await sendTip(at)
  })

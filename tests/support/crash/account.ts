import { createHash } from "node:crypto"
import { verifyFile } from "@/lib/audit"
import { type CaseFile, type CaseStatus, caseStatuses, getCase, listCases } from "@/lib/case"
import { EvidenceId, TipId } from "@/lib/kernel/id"
import { listCaseMeasures, type Measure } from "@/lib/measure"
import { getTip } from "@/lib/tip"
import { openedByTwo } from "@/tests/support/opening"
import { as } from "@/tests/support/people"
import type { AcknowledgedTip } from "./citizens"

/** What a receipt opens over the API, against what was sent. @returns complaints */
export const receiptFaults = async (siteUrl: string, sent: AcknowledgedTip): Promise<string[]> => {
  const { number, code, tipId } = sent
  const response = await fetch(`${siteUrl}/api/v1/receipts/lookup`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ number, code }),
  })
  if (!response.ok) return [`${tipId}: its receipt was answered ${response.status}`]
  const { tip } = await getTip(as("mei"), { tipId })
  return tip.description === sent.description ? [] : [`${tipId}: is not what was sent`]
}

/** The sealed originals of a tip, fetched as a moderator does and hashed anew. @returns complaints */
export const evidenceFaults = async ({ tipId, files }: AcknowledgedTip): Promise<string[]> => {
  const faults: string[] = []
  for (const { evidenceId, sha256 } of files) {
    const opened = await openedByTwo({
      tipId: TipId.parse(tipId),
      evidenceId: EvidenceId.parse(evidenceId),
    }).catch(String)
    if (typeof opened === "string") {
      faults.push(`${tipId}/${evidenceId}: cannot be opened: ${opened}`)
      continue
    }
    const response = await fetch(opened.url)
    const hash = createHash("sha256")
      .update(Buffer.from(await response.arrayBuffer()))
      .digest("hex")
    if (!response.ok || hash !== sha256)
      faults.push(`${tipId}/${evidenceId}: ${response.status}, other bytes`)
  }
  return faults
}

/** A file's chains recomputed, and held against where its record says that it stands. @returns complaints */
export const chainFaultsOf = async (
  file: string,
  { version, head }: { version: number; head: string },
  events: readonly { readonly subject: string; readonly seq: number; readonly hash: string }[],
): Promise<string[]> => {
  const { faults } = await verifyFile(as("auditor"), { file })
  const last = events.filter(({ subject }) => subject === file).at(-1)
  return [
    ...faults.map(({ subject, seq, fault }) => `${file}: event ${seq} of ${subject} is ${fault}`),
    ...(last?.seq === version && head.startsWith(last.hash)
      ? []
      : [`${file}: its record is not at its last event`]),
  ]
}

const casesWith = async (status: CaseStatus, campaign: string): Promise<string[]> => {
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await listCases(as("auditor"), { status, ...(cursor ? { cursor } : {}) })
    found.push(...page.rows.filter((row) => row.campaign === campaign).map(({ caseId }) => caseId))
    cursor = page.next
  } while (cursor)
  return found
}

export type WholeCase = CaseFile & { readonly measures: readonly Measure[] }

export const casesOf = async (campaign: string): Promise<WholeCase[]> => {
  const ids = await Promise.all(caseStatuses.map((status) => casesWith(status, campaign)))
  return Promise.all(
    ids.flat().map(async (caseId) => ({
      ...(await getCase(as("auditor"), { caseId })),
      measures: await listCaseMeasures(as("auditor"), { caseId }),
    })),
  )
}

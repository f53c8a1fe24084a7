import type { Head } from "@/lib/audit"
import { type EvidenceId, shareOf, type TipId } from "@/lib/kernel/id"
import { put, remove, update, type Write } from "@/lib/store/transact"
import { type Due, dueIn } from "@/lib/store/worklist"
import { type Evidence, isOfTip } from "./evidence"
import { EvidenceEntity, formerScanShard, scanShards } from "./evidence.entity"
import { askAt, waitsForScan } from "./scan/scan"

type Ids = { readonly tipId: TipId; readonly evidenceId: EvidenceId }

/** The first write of an announced file, to go along with its tip's. */
export const putEvidence = (evidence: Evidence): Write => {
  const { tipId, evidenceId, announcedAt } = evidence
  const row = { tipId, evidenceId }
  const waiting = { waitsFor: "nothing", shard: scanShardOf(evidenceId), askAt: announcedAt } as const
  return put(EvidenceEntity.create({ ...evidence, row, ...waiting, bytesHash: "" }))
}

const scanShardOf = (evidenceId: EvidenceId) =>
  scanShards[shareOf(evidenceId, scanShards.length)] ?? scanShards[0]

/** The end of the record of a file that never came, on condition that it still stands where it was read. */
export const dropEvidence = ({ tipId, evidenceId, version }: Evidence): Write =>
  remove(EvidenceEntity.delete({ tipId, evidenceId }).where((stored, { eq }) => eq(stored.version, version)))

type Change = Partial<
  Pick<
    Evidence,
    | "state"
    | "stored"
    | "rejection"
    | "inspectedAt"
    | "hasPreview"
    | "previewType"
    | "drawnMs"
    | "likeness"
    | "scan"
    | "opening"
  >
>

/** A change of a file's record, on condition that it still stands where it was read. */
export const changeEvidence = (evidence: Evidence, next: Head, change: Change): Write =>
  update(
    EvidenceEntity.patch({ tipId: evidence.tipId, evidenceId: evidence.evidenceId })
      .set({ ...change, ...next, ...waitingKeys(evidence, change), ...bytesKey(change) })
      .where(({ version }, { eq }) => eq(version, evidence.version)),
  )

/** The keys of the index of files that wait for a scan, once that changes. */
const waitingKeys = ({ evidenceId }: Ids, { scan }: Change) =>
  scan
    ? {
        waitsFor: waitsForScan(scan) ? ("scan" as const) : ("nothing" as const),
        shard: scanShardOf(evidenceId),
        askAt: askAt(scan),
      }
    : {}

/** The key of the index of files by their bytes, once a file is sealed. */
const bytesKey = ({ state, stored }: Change) =>
  state === "verified" && stored ? { bytesHash: stored.sha256 } : {}

const sameFilesMax = 50

/** The tips of which a sealed file has these bytes (SHA-256, in hexadecimal). Not a verb. */
export const tipsWithFile = async (bytesHash: string): Promise<TipId[]> => {
  const { data } = await EvidenceEntity.query.bytes({ bytesHash }).go({ limit: sameFilesMax })
  return [...new Set(data.map(({ tipId }) => tipId).filter(isOfTip))]
}

/** In the order they were announced; two of one moment, in the order they were sent in. */
const byOrder = (a: Evidence, b: Evidence): number => {
  if (a.announcedAt !== b.announcedAt) return a.announcedAt < b.announcedAt ? -1 : 1
  return (a.index ?? 0) - (b.index ?? 0) || (a.evidenceId < b.evidenceId ? -1 : 1)
}

/** All files of a tip, in the order they were announced. */
export const evidenceOf = async (tipId: TipId): Promise<Evidence[]> => {
  const { data } = await EvidenceEntity.query.tip({ tipId }).go({ pages: "all", consistent: true })
  return data.toSorted(byOrder)
}

export const findEvidence = async (ids: Ids): Promise<Evidence | undefined> => {
  const { data } = await EvidenceEntity.get(ids).go({ consistent: true })
  return data ?? undefined
}

/** Sealed files for which it is time to ask a scanner. */
export const scansDue = (now: string): Promise<Due> =>
  dueIn(
    [formerScanShard, ...scanShards].map((shard) => `evidence#scan${shard}`),
    now,
  )

/** Some of the sealed files for which it is time to ask a scanner, of each shard those that wait longest. */
export const dueForScan = async (now: string, limit: number): Promise<Ids[]> => {
  const shards = [formerScanShard, ...scanShards] as const
  const due = await Promise.all(
    shards.map((shard) =>
      EvidenceEntity.query
        .waiting({ waitsFor: "scan", shard })
        .lte({ askAt: now })
        .go({ limit: Math.ceil(limit / shards.length) }),
    ),
  )
  return due.flatMap(({ data }) => data.map(({ row }) => row))
}

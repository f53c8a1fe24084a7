import { Readable } from "node:stream"
import { type StoredEvent, storedEventsOf } from "@/lib/audit"
import { heardTipsOf } from "@/lib/case"
import { type Evidence, evidenceOf, previewKey, sealedKey, verdictOf } from "@/lib/evidence"
import { canonical } from "@/lib/kernel/crypto"
import { TipId } from "@/lib/kernel/id"
import { getObject } from "@/lib/store/objects/read"
import { getTipRecord } from "@/lib/tip"
import { safeName } from "./bag"
import type { BriefTip } from "./brief/brief"
import { inclusionOf } from "./inclusion"
import { masking } from "./mask"
import type { Package } from "./package"
import type { Member } from "./write-bag"

type Contents = {
  readonly members: readonly Member[]
  /** As the package shows them. */
  readonly tips: readonly BriefTip[]
  readonly withheld: number
}

const textMember = (path: string, text: string): Member => ({
  path,
  open: async () => Readable.from([Buffer.from(text)]),
})

const linesOf = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("")

/** Of an author: members of the staff by name; who reported is the reporter, also where it is a right holder. */
const authorOf = ({ actor }: StoredEvent) => {
  if (actor.kind === "person" || actor.kind === "agency") return actor.name
  return actor.kind === "right-holder" ? "reporter" : actor.kind
}

/**
 * All that goes into a package, as it stood at its cut. Who reported, their contact, number and code are not in it:
 * tips are numbered by their place in the case, those included that tell again what another one told.
 */
export const contentsOf = async ({ caseId, cutAt }: Package): Promise<Contents> => {
  const joined = (await heardTipsOf(caseId))
    .filter(({ joinedAt }) => joinedAt <= cutAt)
    .toSorted((a, b) => (a.joinedAt + a.tipId < b.joinedAt + b.tipId ? -1 : 1))
  const placeOf = (of: string) => {
    const at = joined.findIndex(({ tipId }) => tipId === of)
    return at < 0 ? "case" : written(at)
  }
  const chained = (await storedEventsOf(caseId)).filter(({ at }) => at <= cutAt)
  const { names, mask } = masking([...joined.map(({ tipId }) => tipId), ...tipsNamedIn(chained)])
  const members: Member[] = []
  const custody: object[] = []
  const tips: BriefTip[] = []
  let withheld = 0
  for (const [at, { tipId, joinedAt, duplicateOf }] of joined.entries()) {
    const place = written(at)
    const [tip, all, events] = await Promise.all([
      getTipRecord(tipId),
      evidenceOf(tipId),
      storedEventsOf(tipId),
    ])
    const sealed = all.filter(
      ({ state, inspectedAt }) => state === "verified" && inspectedAt !== undefined && inspectedAt <= cutAt,
    )
    const files = sealed.map((one, index) => {
      const file = fileOf(place, index, one, mask)
      if (file.withheld) withheld += 1
      members.push(...file.members)
      return file.described
    })
    for (const event of events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq))) {
      const index = sealed.findIndex(({ evidenceId }) => evidenceId === event.subject)
      if (index < 0 || event.at > cutAt) continue
      const { type, seq, at: when, prevHash, hash } = event
      custody.push({ file: nameOf(place, index), seq, type, at: when, by: authorOf(event), prevHash, hash })
    }
    const { category, targets, work, description, locale, receivedAt } = tip
    const shown = {
      tip: place,
      category,
      work,
      targets: targets.map(({ kind, text, site, typed, accessCode }) => ({
        kind,
        text,
        site,
        typed,
        accessCode,
      })),
      description,
      locale,
      receivedAt,
      joinedAt,
      repeats: duplicateOf && placeOf(duplicateOf),
      files,
    }
    const masked = mask(JSON.stringify(shown, null, 2))
    tips.push(JSON.parse(masked))
    members.push(textMember(`data/tips/${place}.json`, `${masked}\n`))
  }
  const chain = chained
    .toSorted((a, b) =>
      a.subject === b.subject ? a.seq - b.seq : a.at + a.subject < b.at + b.subject ? -1 : 1,
    )
    .map((event) => shownEvent(event, names))
  members.push(textMember("data/custody.jsonl", linesOf(custody)))
  members.push(textMember("data/chain.jsonl", linesOf(chain)))
  const included = await inclusionOf(chained)
  if (included.length > 0) members.push(textMember("data/inclusion.jsonl", linesOf(included)))
  return { members, tips, withheld }
}

/** A tip's place in its case, as files are named by it. */
const written = (at: number) => String(at + 1).padStart(4, "0")

/** Tips that the case's history names: also those that were moved out of it, or left. */
const tipsNamedIn = (events: readonly StoredEvent[]): TipId[] =>
  [...new Set(canonical(events).match(/tip_[0-9a-z]{12}/g))].map((tipId) => TipId.parse(tipId))

/** An event that names a tip is shown without its data: its hash still stands in the chain. */
const shownEvent = (event: StoredEvent, names: (text: string) => boolean) => {
  if (!names(canonical(event))) return event
  const { subject, seq, type, at, prevHash, hash } = event
  return { subject, seq, type, at, prevHash, hash, withheld: true }
}

const nameOf = (place: string, index: number) => `${place}-${String(index + 1).padStart(2, "0")}`

const fileOf = (place: string, index: number, evidence: Evidence, mask: (text: string) => string) => {
  const label = nameOf(place, index)
  const scan = verdictOf(evidence)
  const { stored, hasPreview, previewType } = evidence
  const name = mask(stored?.name ?? "")
  const described = { file: label, name, scan, type: stored?.type, sizeBytes: stored?.sizeBytes }
  // What was found harmful stays in the portal: an officer who needs it asks for it there.
  if (!stored || scan === "infected") return { withheld: true, members: [], described }
  const original = `data/originals/${label}-${safeName(name)}`
  const members: Member[] = [
    {
      path: original,
      sha256: stored.sha256,
      open: async () => (await getObject(sealedKey(evidence))).body,
    },
  ]
  if (!hasPreview)
    return { withheld: false, members, described: { ...described, original, sha256: stored.sha256 } }
  const type = previewType ?? "image/webp"
  const copy = `data/copies/${label}.${type === "image/webp" ? "webp" : "txt"}`
  members.push({ path: copy, open: async () => (await getObject(previewKey(evidence, type))).body })
  return { withheld: false, members, described: { ...described, original, sha256: stored.sha256, copy } }
}

import type { StoredEvent } from "@/lib/audit"
import { dayInBeijing } from "@/lib/kernel/day"
import { type Proof, proveActs } from "@/lib/reporter"

/** That an event of the case is in the published log of its day. */
export type Included = Pick<StoredEvent, "subject" | "seq" | "hash"> & { readonly day: string } & Proof

/** The proofs of what the staff did in a case, for the days that are closed: about an hour after each day's end. */
export const inclusionOf = async (events: readonly StoredEvent[]): Promise<Included[]> => {
  const acts = events.filter(({ actor }) => actor.kind === "person")
  const proven: Included[] = []
  for (const [day, those] of Map.groupBy(acts, ({ at }) => dayInBeijing(at))) {
    const proofs = await proveActs(
      day,
      those.map(({ hash }) => hash),
    )
    for (const [at, event] of those.entries()) {
      const proof = proofs[at]
      if (proof) proven.push({ subject: event.subject, seq: event.seq, hash: event.hash, day, ...proof })
    }
  }
  return proven
}

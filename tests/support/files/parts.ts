import { createHash } from "node:crypto"
import { permitParts } from "@/lib/evidence"
import type { Submitted } from "@/lib/reporter"
import { reporterOf } from "@/tests/support/people"

export type Permit = Awaited<ReturnType<typeof permitParts>>[number]
type Plan = NonNullable<Submitted["uploads"][number]["parts"]>

/** The bytes of one part, counted from 1. */
export const cut = (bytes: Uint8Array, { sizeBytes }: Plan, number: number) =>
  new Uint8Array(bytes.subarray((number - 1) * sizeBytes, number * sizeBytes))

export const sendPart = ({ url, method, headers }: Permit, body: Uint8Array<ArrayBuffer>) =>
  fetch(url, { method, headers, body })

export const permitFor = async (
  ids: { tipId: string; evidenceId: string },
  plan: Plan,
  bytes: Uint8Array,
  numbers: readonly number[],
) => {
  const parts = numbers.map((number) => ({
    number,
    sha256: createHash("sha256")
      .update(cut(bytes, plan, number))
      .digest("hex"),
  }))
  return permitParts(reporterOf(ids.tipId), { ...ids, parts })
}

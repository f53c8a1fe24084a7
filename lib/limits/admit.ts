import { z } from "zod"
import type { Context } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { countReport } from "./count-report"
import { ageOf } from "./form-token"
import { levelAbout, levelOf } from "./level"
import { demands } from "./limits"
import { Origin } from "./origin"
import { isProofFor, ProofText } from "./proof"
import { countOf, normalPerMinute } from "./set"
import { allowanceOf, type Verdict, verdictOn } from "./verdict"

/** How a report of the public came in, and what it brings to be let in. */
export const Admission = z.object({
  door: z.enum(["form", "api"]),
  origin: Origin,
  formToken: z.string().max(200).optional(),
  proof: ProofText.optional(),
})
export type Admission = z.infer<typeof Admission>

type Report = Admission & { readonly key: string | undefined; readonly sites: readonly string[] }

/**
 * Counts one report of the public, and refuses it where there are too many or where what it brings is not enough.
 * Every attempt counts before it is judged: many at once get no more than one after the other.
 * @throws {DomainError} limited `too-many-reports`, `proof-required`, `form-too-fast`; conflict `form-expired`;
 * invalid `proof-refused` from the API (a form falls back on its token)
 */
export const admitReport = async (ctx: Context, report: Report): Promise<void> => {
  const { door, key = "", proof } = report
  const isProven = proof ? await isProofFor(key, proof) : false
  if (proof && !isProven && door === "api") throw invalid(["Proof"], "proof-refused")
  const { all, ofOrigin, ofSite } = await countReport(report.origin, report.sites)
  const [normal, ofSiteMax] = await Promise.all([normalPerMinute(), countOf("reportsOfSite")])
  const level = levelAbout(levelOf(all, normal), ofSite, ofSiteMax)
  const formAge = ageOf(report.formToken, key, ctx.now, demands[level].formSeconds)
  const verdict = verdictOn(door, allowanceOf(door, normal), {
    level,
    ofOrigin: ofOrigin.count,
    isProven,
    formAge,
  })
  if (verdict === "admitted") return
  throw refusal(verdict, formAge.is === "too-fast" ? formAge.secondsLeft : 1, ofOrigin.secondsLeft)
}

const refusal = (verdict: Exclude<Verdict, "admitted">, formSeconds: number, windowSeconds: number) => {
  switch (verdict) {
    case "form-expired":
      return new DomainError("conflict", { reason: "form-expired" })
    case "form-too-fast":
      return new DomainError("limited", { reason: "form-too-fast", retryAfterSeconds: formSeconds })
    case "proof-required":
      return new DomainError("limited", { reason: "proof-required", retryAfterSeconds: windowSeconds })
    case "too-many-reports":
      return new DomainError("limited", { reason: "too-many-reports", retryAfterSeconds: windowSeconds })
  }
}

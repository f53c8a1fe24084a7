import type { FormAge } from "./form-token"
import { demands, type Level } from "./level"

/** The ways by which the public reports. */
export type Door = "form" | "api"

type Allowance = { readonly plain: number; readonly proven: number }

/**
 * Reports of one origin in an hour, as a share of what the portal is made for: one address of a carrier may stand for
 * thousands of people. With proof more, since each has cost its sender something; by the API more still, since a
 * program may send for many people.
 */
export const allowanceOf = (door: Door, normalPerMinute: number): Allowance =>
  door === "form"
    ? { plain: Math.ceil(normalPerMinute / 5), proven: 2 * normalPerMinute }
    : { plain: 2 * normalPerMinute, proven: 8 * normalPerMinute }

export type Attempt = {
  readonly level: Level
  /** Reports of this origin in this hour, with this one. */
  readonly ofOrigin: number
  readonly isProven: boolean
  readonly formAge: FormAge
}

export type Verdict = "admitted" | "too-many-reports" | "proof-required" | "form-too-fast" | "form-expired"

/** What becomes of a report before it is stored. */
export const verdictOn = (
  door: Door,
  { plain, proven }: Allowance,
  { level, ofOrigin, isProven, formAge }: Attempt,
): Verdict => {
  if (ofOrigin > proven) return "too-many-reports"
  if (isProven) return "admitted"
  if (door === "api") return demands[level].apiNeedsProof || ofOrigin > plain ? "proof-required" : "admitted"
  if (ofOrigin > plain) return "too-many-reports"
  if (formAge.is === "void") return "form-expired"
  return formAge.is === "too-fast" ? "form-too-fast" : "admitted"
}

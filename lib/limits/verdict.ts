import type { FormAge } from "./form-token"
import { demands, type Level, reportsOfOrigin } from "./limits"

/** The ways by which the public reports. */
export type Door = "form" | "api"

type Allowance = { readonly plain: number; readonly proven: number }

/** Reports of one origin in an hour, where so many a minute are normal of all. */
export const allowanceOf = (door: Door, normalPerMinute: number): Allowance => {
  const { plain, proven } = reportsOfOrigin.secondsOfNormal[door]
  const inSeconds = (seconds: number) => Math.ceil((normalPerMinute * seconds) / 60)
  return { plain: inSeconds(plain), proven: inSeconds(proven) }
}

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

import type { ReactNode } from "react"

/** What a form shows after it was sent: all of it in the reader's language, so that the browser needs no words. */
export type FormState = {
  /** Grows with each answer, so that a choice can be drawn anew as it was made. */
  readonly round: number
  readonly done?: string
  readonly result?: ActionResult
  readonly problem?: Problem
  /** By the name of the input. */
  readonly issues: Readonly<Record<string, string>>
  /** What was typed, kept when it was refused. */
  readonly values: Readonly<Record<string, string>>
  readonly conflict?: Conflict
}

/** What somebody else saved meanwhile, field by field; for each of these one of the two texts has to be chosen. */
export type Conflict = {
  /** By the name of the input; only where the two differ. */
  readonly theirs: Readonly<Record<string, string>>
  /** What the form carries from now on, the version that was seen now among it. */
  readonly carries: Readonly<Record<string, string | number>>
  readonly words: { readonly theirs: string; readonly keepMine: string; readonly takeTheirs: string }
}

export type ActionResult = {
  readonly text?: string
  readonly link?: { readonly href: string; readonly label: string }
  /** Shown where there is script: without it, React cannot draw parts of the browser that an answer holds. */
  readonly view?: ReactNode
}

type Problem = {
  readonly title: string
  readonly detail: string
  /** Who was faster, with what, and when. */
  readonly lastChange?: string
  readonly requestId?: string
  readonly wayOut?: { readonly kind: "reload" | "sign-in"; readonly label: string }
}

export const untouched: FormState = { round: 0, issues: {}, values: {} }

import type { DomainError } from "@/lib/kernel/errors"

export const entryHoursMax = 2

/** Why a form was not taken: what its page says to the visitor, in either language. */
export type Refusal = Pick<DomainError, "code" | "reason" | "issues" | "publicMessage" | "retryAfterSeconds">

export type FormEntry = {
  /** The form's name among those of the portal. */
  readonly form: string
  readonly typed: Readonly<Record<string, string>>
  /** Absent where the form was taken, and its page answers from what was typed. */
  readonly refusal?: Refusal
}

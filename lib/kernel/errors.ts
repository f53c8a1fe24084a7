import type { Reason, Rule } from "./refusals"

/** The closed set of refusals. Each adapter translates it once, by an exhaustive table. */
export type ErrorCode =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "limited"
  | "unavailable"

/** One complaint about one input: `rule` names the message in the words of the reader, `params` fill it. */
export type Issue = {
  readonly path: ReadonlyArray<string | number>
  readonly rule: Rule
  readonly params?: Readonly<Record<string, string | number>>
}

/** Who changed a record first, when, and the type of the event; what the loser of a race is told. */
export type LastChange = { readonly by: string; readonly at: string; readonly did: string }

type Details = {
  readonly issues?: readonly Issue[]
  readonly lastChange?: LastChange
  readonly retryAfterSeconds?: number
  /** Names a more specific message than the code's own, e.g. `receipt-unknown`. */
  readonly reason?: Reason
  /** Words of an administrator to the public, which take the place of the reason's own. */
  readonly publicMessage?: PublicMessage
  /** The idempotency key under which to send again, where the sender gave none. */
  readonly retryKey?: string
}

type PublicMessage = { readonly zh: string; readonly en: string }

export class DomainError extends Error {
  readonly code: ErrorCode
  readonly issues: readonly Issue[]
  readonly lastChange: LastChange | undefined
  readonly retryAfterSeconds: number | undefined
  readonly reason: Reason | undefined
  readonly publicMessage: PublicMessage | undefined
  readonly retryKey: string | undefined

  constructor(code: ErrorCode, details: Details = {}) {
    super(details.reason ? `${code}: ${details.reason}` : code)
    this.name = "DomainError"
    this.code = code
    this.issues = details.issues ?? []
    this.lastChange = details.lastChange
    this.retryAfterSeconds = details.retryAfterSeconds
    this.reason = details.reason
    this.publicMessage = details.publicMessage
    this.retryKey = details.retryKey
  }
}

export const isDomainError = (error: unknown): error is DomainError => error instanceof DomainError

/** An `invalid` with a single complaint. */
export const invalid = (path: Issue["path"], rule: Rule, params?: Issue["params"]) =>
  new DomainError("invalid", { issues: [params ? { path, rule, params } : { path, rule }] })

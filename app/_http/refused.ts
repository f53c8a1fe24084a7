/** Why a request was not even read: nothing of the domain was asked yet. */
export type Refusal =
  | {
      readonly kind: "malformed-json" | "malformed-form" | "malformed-address" | "cross-site" | "encoded-body"
    }
  | { readonly kind: "wrong-method"; readonly allowed: string }
  | { readonly kind: "wrong-content-type"; readonly expected: string }
  | { readonly kind: "body-too-large"; readonly maxKilobytes: number }

export class RequestRefused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.kind)
    this.name = "RequestRefused"
    this.refusal = refusal
  }
}

export const refusalStatus: Readonly<Record<Refusal["kind"], number>> = {
  "malformed-json": 400,
  "malformed-form": 400,
  "malformed-address": 400,
  "cross-site": 403,
  "wrong-method": 405,
  "body-too-large": 413,
  "wrong-content-type": 415,
  "encoded-body": 415,
}

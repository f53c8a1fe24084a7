import { authenticateAgency } from "@/lib/authority"
import { type Context, contextFor } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import type { TipId } from "@/lib/kernel/id"
import { openReceipt } from "@/lib/reporter"
import { authenticateKey } from "@/lib/right-holder"
import { viewerOrigin } from "./viewer"

const receiptScheme = /^receipt +([^:\s]+):(\S+)$/i

/**
 * Who proves by `Authorization: Receipt <number>:<code>` to have sent a tip.
 * @throws {DomainError} unauthenticated `receipt-missing`; not-found `receipt-unknown`; limited
 */
export const receiptContext = async (request: Request, visitor: Context): Promise<Context> => {
  const [, number, code] = receiptScheme.exec(request.headers.get("authorization") ?? "") ?? []
  if (!number || !code) throw new DomainError("unauthenticated", { reason: "receipt-missing" })
  return openedBy(request, visitor, { number, code })
}

type Keys = { readonly number: string; readonly code: string }

/**
 * Who proves by a receipt to have sent a tip. The work that a wrong one may bring is in the headers of a report's.
 * @throws {DomainError} not-found `receipt-unknown`; limited `receipt-tries`
 */
export const openedBy = async (request: Request, visitor: Context, keys: Keys): Promise<Context> => {
  const [key, proof] = [request.headers.get("idempotency-key"), request.headers.get("proof")]
  const work = key && proof ? { work: { key, proof } } : {}
  const opened = await openReceipt(visitor, { ...keys, origin: viewerOrigin(request, visitor), ...work })
  return reporterContext(visitor, opened)
}

const bearerScheme = /^bearer +(\S+)$/i

/**
 * The right holder whose key comes in `Authorization: Bearer <key>`.
 * @throws {DomainError} unauthenticated `key-missing`, `key-unknown`
 */
export const holderContext = async (request: Request, visitor: Context): Promise<Context> =>
  keyContext(visitor, bearerKeyIn(request))

const bearerKeyIn = ({ headers }: Request): string => {
  const [, key] = bearerScheme.exec(headers.get("authorization") ?? "") ?? []
  if (!key) throw new DomainError("unauthenticated", { reason: "key-missing" })
  return key
}

/**
 * The authority whose program's key comes in `Authorization: Bearer <key>`.
 * @throws {DomainError} unauthenticated `key-missing`, `key-unknown`
 */
export const agencyContext = async (request: Request, visitor: Context): Promise<Context> => {
  const agency = await authenticateAgency(visitor, { key: bearerKeyIn(request) })
  return contextFor(agency, { now: visitor.now, requestId: visitor.requestId })
}

/** @throws {DomainError} unauthenticated `key-unknown` */
export const keyContext = async (visitor: Context, key: string): Promise<Context> =>
  contextFor(await authenticateKey(visitor, { key }), { now: visitor.now, requestId: visitor.requestId })

export const reporterContext = (visitor: Context, { tipId }: { readonly tipId: TipId }): Context =>
  contextFor({ kind: "reporter", tipId }, { now: visitor.now, requestId: visitor.requestId })

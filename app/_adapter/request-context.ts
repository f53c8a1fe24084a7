import { type Context, contextFor } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { openReceipt } from "@/lib/tip"

export const visitorContext = (): Context => contextFor({ kind: "visitor" })

const scheme = /^receipt +([^:\s]+):(\S+)$/i

/**
 * Who proves by `Authorization: Receipt <number>:<code>` to have sent a tip.
 * @throws {DomainError} unauthenticated `receipt-missing`; not-found `receipt-unknown`; limited
 */
export const receiptContext = async (request: Request, visitor: Context): Promise<Context> => {
  const [, number, code] = scheme.exec(request.headers.get("authorization") ?? "") ?? []
  if (!number || !code) throw new DomainError("unauthenticated", { reason: "receipt-missing" })
  return reporterContext(visitor, await openReceipt(visitor, { number, code }))
}

export const reporterContext = (visitor: Context, { tipId }: { readonly tipId: string }): Context =>
  contextFor({ kind: "reporter", tipId }, { now: visitor.now, requestId: visitor.requestId })

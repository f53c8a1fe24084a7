import { html } from "@/app/_document/html"
import { keyContext } from "@/app/_http/request-context"
import type { Locale } from "@/app/_words"
import { type Context, holderOf } from "@/lib/kernel/context"
import { findReport, listReports } from "@/lib/right-holder"
import { tipStatuses } from "@/lib/tip"
import { ReportsPage } from "./reports-page"

/** The page of a right holder's reports; the address says which of them. */
export const showReports = async (
  holder: Context,
  locale: Locale,
  search: URLSearchParams,
): Promise<Response> => {
  const status = tipStatuses.find((one) => one === search.get("status")) ?? "received"
  const cursor = search.get("cursor")
  const page = await listReports(holder, { status, cursor: cursor || undefined })
  const reference = search.get("reference")?.trim()
  const found = reference ? { reference, report: await findReport(holder, { reference }) } : undefined
  const { name, scopes } = holderOf(holder, "tips:read")
  return html(
    <ReportsPage
      locale={locale}
      name={name}
      status={status}
      page={page}
      isFirst={cursor === null}
      maySend={scopes.includes("tips:write")}
      found={found}
    />,
  )
}

/**
 * Asks for what the page shows, so that a key without the scope is refused before it is kept.
 * @throws {DomainError} unauthenticated `key-unknown`; forbidden
 */
export const requireReports = async (visitor: Context, key: string): Promise<void> => {
  await listReports(await keyContext(visitor, key), {})
}

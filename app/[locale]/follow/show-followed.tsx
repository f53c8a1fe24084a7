import { html } from "@/app/_document/html"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import type { OpenReceipt } from "@/app/_document/route/receipt-cookie"
import { reporterContext } from "@/app/_http/request-context"
import type { Locale } from "@/app/_words"
import { filesOf } from "@/app/[locale]/report/evidence/slot"
import type { Context } from "@/lib/kernel/context"
import { seeValve } from "@/lib/limits"
import { followTip, markNewsSeen } from "@/lib/reporter"
import { followReward } from "@/lib/reward"
import type { Deed } from "./did"
import { FollowedPage } from "./followed-page"

/** The page of one's own report; after a form of it was not taken with what was typed, and why. */
export const showFollowed = async (
  visitor: Context,
  receipt: OpenReceipt,
  locale: Locale,
  { entry, did }: { readonly entry?: ShownEntry | undefined; readonly did?: Deed | undefined } = {},
) => {
  const reporter = reporterContext(visitor, receipt)
  const [followed, valve, reward] = await Promise.all([
    followTip(reporter, {}),
    seeValve(reporter, {}),
    followReward(reporter, {}),
  ])
  if (followed.news === "on") await markNewsSeen(reporter, {})
  const files = await filesOf(reporter, followed.tipId)
  return html(
    <FollowedPage
      locale={locale}
      followed={followed}
      reward={reward}
      files={files}
      valve={valve}
      entry={entry}
      did={did}
    />,
  )
}

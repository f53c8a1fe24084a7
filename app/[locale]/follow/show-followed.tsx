import type { FormError } from "@/app/_document/form"
import { html } from "@/app/_document/html"
import type { Locale } from "@/app/_words"
import { filesOf } from "@/app/[locale]/report/evidence/slot"
import type { Context } from "@/lib/kernel/context"
import { getValve } from "@/lib/limits"
import { followTip, markNewsSeen } from "@/lib/reporter"
import { FollowedPage } from "./followed-page"

type Refused = { readonly typed: string; readonly errors: readonly FormError[]; readonly status: number }

/** The page of one's own report; after a refused answer with what was typed, and why. */
export const showFollowed = async (reporter: Context, locale: Locale, refused?: Refused) => {
  const [followed, valve] = await Promise.all([followTip(reporter, {}), getValve(reporter, {})])
  if (followed.news === "on") await markNewsSeen(reporter, {})
  const files = await filesOf(reporter, followed.tipId)
  return html(
    <FollowedPage
      locale={locale}
      followed={followed}
      files={files}
      valve={valve}
      {...(refused ? { typed: refused.typed, errors: refused.errors } : {})}
    />,
    refused ? { status: refused.status } : {},
  )
}

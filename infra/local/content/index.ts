import { contextFor } from "@/lib/kernel/context"
import { importNotice } from "@/lib/notice"
import { seedAuthorities, seedDemoCampaign, seedPastCampaigns } from "./campaigns"
import { seedDemoNotice } from "./demo-notice"
import { seedDemoTips } from "./demo-tips"
import * as en from "./notice-2017/en"
import * as zh from "./notice-2017/zh"
import { seedRouting } from "./routing"

export { seedDemoHolder } from "./demo-holder"

/** The real notices and figures, the authorities, and the demonstration. Done again, it changes nothing. */
export const seed = async (): Promise<void> => {
  const ctx = contextFor({ kind: "system", name: "seed" })
  await seedPastCampaigns(ctx)
  await seedDemoCampaign(ctx)
  await seedAuthorities(ctx)
  await seedRouting(ctx)
  await importNotice(ctx, {
    slug: "jianwang-2017-results",
    campaign: "jianwang-2017",
    title: { zh: zh.title, en: en.title },
    body: { zh: zh.body, en: en.body },
    // When this portal published the account; the text names the date of the administration's own.
    publishedAt: "2026-11-26T00:00:00.000Z",
    confirmation: "Dates and names as the sources state them; all results are references to figures.",
  })
  await seedDemoTips(ctx)
  await seedDemoNotice(ctx)
}

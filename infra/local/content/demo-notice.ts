import type { Context } from "@/lib/kernel/context"
import { isDomainError } from "@/lib/kernel/errors"
import { createNotice } from "@/lib/notice"

/** Holds no number: the demo campaign has none before its ledger has an entry. */
const draft = {
  slug: "demo-2026-first-results",
  campaign: "demo-2026",
  demo: true,
  title: {
    zh: "演示：演示行动2026首次情况通报",
    en: "Demo: first results of Demo campaign 2026",
  },
  body: {
    zh: `本稿为演示数据，不涉及任何真实行动。

## 一、行动开展情况

演示行动2026由四部门联合开展，重点领域为影视、移动应用、电子商务和在线教育。

## 二、待补充

台账中有条目后，可在此处引用本行动的数据。`,
    en: `This draft is demo data and tells of no real campaign.

## 1. The campaign

Demo campaign 2026 is run by the four agencies together. It looks at films and TV, apps, e-commerce and online education.

## 2. To be written

Once the ledger has entries, refer to the campaign's figures here.`,
  },
}

/** A draft for the publishers of the demo to go on with. Once they have it, it is theirs: seeding leaves it alone. */
export const seedDemoNotice = async (ctx: Context) => {
  try {
    await createNotice(ctx, draft)
  } catch (error) {
    if (!isDomainError(error) || !error.issues.some(({ rule }) => rule === "slug-taken")) throw error
  }
}

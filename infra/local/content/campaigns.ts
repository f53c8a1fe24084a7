import { registerAuthority } from "@/lib/authority"
import { importCampaign, openCampaign, type Precision, type Source, type WiderUnit } from "@/lib/campaign"
import facts from "@/lib/campaign/data/campaigns.json" with { type: "json" }
import type { Context } from "@/lib/kernel/context"

type Metric = Parameters<typeof importCampaign>[1]["figures"][number]["metric"]
type Status = "interim" | "final"

/** What the fact sheet says of a campaign without figures, in both languages. */
const absent: Readonly<Record<string, { zh: string; en: string }>> = {
  "jianwang-2022": {
    zh: "未查到公布该次行动数据的网页；另有其十起典型案件公布。",
    en: "No page with this campaign’s figures was found; ten of its cases were published.",
  },
}

const sources: Readonly<Record<string, Source>> = facts.sources

/** The past campaigns of the fact sheet, with every figure's sources. */
export const seedPastCampaigns = async (ctx: Context) => {
  for (const { figures, ...campaign } of facts.campaigns) {
    const { slug, year, ordinal, name, agencies, focus } = campaign
    const period = "period" in campaign ? campaign.period : undefined
    await importCampaign(ctx, {
      slug,
      year,
      ordinal,
      name,
      agencies,
      focus,
      period: period && { from: period.from, to: "to" in period ? period.to : undefined },
      absent: "absent" in campaign ? absent[slug] : undefined,
      figures: figures.map(({ sources: cited, ...figure }) => ({
        ...figure,
        metric: figure.metric as Metric,
        status: figure.status as Status,
        precision: figure.precision as Precision,
        counts: ("counts" in figure ? figure.counts : undefined) as WiderUnit | undefined,
        sources: cited.flatMap((id) => sources[id] ?? []),
      })),
    })
  }
}

/** The campaign that a demonstration runs; its figures are what its own ledger adds up to. */
export const seedDemoCampaign = (ctx: Context) =>
  openCampaign(ctx, {
    slug: "demo-2026",
    year: 2026,
    name: { zh: "演示行动2026", en: "Demo campaign 2026" },
    period: { from: "2026-05", to: "2026-12" },
    agencies: ["ncac", "cac", "miit", "mps"],
    focus: ["films-tv", "apps", "e-commerce", "online-education"],
    showsRunning: true,
    demo: true,
  })

const competence: Readonly<Record<keyof typeof facts.agencies, { zh: string; en: string }>> = {
  ncac: {
    zh: "著作权行政执法的指导与重大案件查处",
    en: "Copyright enforcement by the administration itself",
  },
  cac: { zh: "网络信息内容的管理与处置", en: "Online content: platforms, search, removal of links" },
  miit: { zh: "网站备案、域名与互联网接入", en: "Website filing, domain names and internet access" },
  mps: { zh: "侵犯著作权犯罪案件的侦查", en: "Criminal investigation of copyright crime" },
}

/** The four agencies that run the campaign. */
export const seedAuthorities = async (ctx: Context) => {
  for (const [authorityId, name] of Object.entries(facts.agencies))
    await registerAuthority(ctx, {
      authorityId,
      name,
      competence: competence[authorityId as keyof typeof competence],
    })
}

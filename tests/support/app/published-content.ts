import type { Campaign, Figure } from "@/lib/campaign"
import type { PublishedNotice } from "@/lib/notice"
import type { PublishedSet } from "@/lib/statistics"

export const figures: Figure[] = [
  {
    metric: "items-seized",
    value: 2_760_000,
    status: "final",
    publishedOn: "2018-01-16",
    precision: "rounded",
    sources: [
      {
        title: "Briefing",
        publisher: "NCAC",
        date: "2018-01-16",
        url: "http://en.ncac.gov.cn/358309.shtml",
        official: true,
      },
    ],
  },
  {
    metric: "items-seized",
    value: 1_510_000,
    status: "interim",
    publishedOn: "2017",
    precision: "rounded",
    sources: [
      {
        title: "Repost",
        publisher: "Daily",
        date: "2017",
        url: "https://a.example (page 3)",
        official: false,
      },
    ],
  },
]

export const campaign: Campaign = {
  slug: "jianwang-2017",
  year: 2017,
  ordinal: 13,
  name: { zh: "剑网2017", en: "Jianwang 2017" },
  period: { from: "2017-07", to: "2017-11" },
  agencies: ["ncac", "mps"],
  focus: ["apps", "not-in-the-words"],
  state: "past",
}

export const demo: Campaign = {
  slug: "demo-2026",
  year: 2026,
  name: { zh: "演示行动2026", en: "Demo campaign 2026" },
  agencies: ["ncac"],
  focus: [],
  state: "running",
  demo: true,
}

export const revision: PublishedSet = {
  number: 2,
  latest: 2,
  status: "interim",
  asOf: "2026-06-30",
  publishedAt: "2026-07-02T08:00:00.000Z",
  figures: [
    { metric: "links-removed", value: 12_000, entries: 3, entriesHash: "a" },
    { metric: "criminal-cases", value: 0, entries: 0, entriesHash: "b" },
  ],
}

const reference = "{{figure:jianwang-2017/items-seized}}"

export const notice: PublishedNotice = {
  slug: "results",
  number: 1,
  campaign: "jianwang-2017",
  title: { zh: "通报<甲>", en: "Results & more" },
  body: {
    zh: `# 结果\n\n收缴${reference}。<script>alert(1)</script>\n\n![x](https://t.example/x.png) [链接](javascript:alert(1))`,
    en: `# Results\n\nSeized: ${reference}.\n\n[a source](https://a.example/)`,
  },
  figures: [
    {
      reference,
      campaign: "jianwang-2017",
      metric: "items-seized",
      value: 2_760_000,
      status: "final",
      publishedOn: "2018-01-16",
      precision: "rounded",
    },
  ],
  publishedAt: "2018-01-16T00:00:00.000Z",
  firstPublishedAt: "2018-01-16T00:00:00.000Z",
  superseded: true,
  latest: 2,
}

import type { HolderReport } from "@/lib/right-holder"

/** What the demo's moderator, or the holder, has done with a report; nothing yet where it is absent. */
export type Outcome =
  | { readonly is: "claimed" | "accepted" | "withdrawn" }
  | { readonly is: "asked"; readonly question: string }
  | { readonly is: "declined"; readonly reason: string }
  | { readonly is: "duplicate"; readonly of: string }

/** Invented, on reserved domains, and marked as demo wherever they show. */
export const demoReports: readonly (HolderReport & { readonly outcome?: Outcome })[] = [
  {
    reference: "DEMO-2026-0001",
    category: "film-tv",
    targets: ["https://vod.star-box.example/play/20260401", "https://star-box-mirror.test/play/20260401"],
    work: "示例电影三",
    description: "影片尚在院线放映，该网站已提供高清完整版，另有一个镜像网站。（演示数据）",
    paysBy: "ads",
    urgency: "first-release",
    locale: "zh",
    outcome: { is: "accepted" },
  },
  {
    reference: "DEMO-2026-0002",
    category: "film-tv",
    targets: ["https://series-all-night.example/s02e05"],
    work: "Demo Series, season two",
    description:
      "A whole season can be watched here by members, who pay a monthly fee to the site. (Demo data)",
    paysBy: "subscription",
    locale: "en",
  },
  {
    reference: "DEMO-2026-0003",
    category: "live-sport",
    targets: ["https://cup-now.test/room/8"],
    work: "示例杯赛直播",
    description: "未经授权转播正在进行的比赛，画面带有转播方台标。（演示数据）",
    urgency: "live-now",
    locale: "zh",
    outcome: { is: "claimed" },
  },
  {
    reference: "DEMO-2026-0004",
    category: "apps",
    targets: ["示例全网影视 App"],
    work: "多部电视剧",
    description: "应用聚合多个片源，安装后无需付费即可观看本公司全部剧集。（演示数据）",
    locale: "zh",
    outcome: { is: "asked", question: "请提供该应用的下载地址，或者应用商店中的页面网址。" },
  },
  {
    reference: "DEMO-2026-0005",
    category: "film-tv",
    targets: ["https://old-reels.example/film/77"],
    work: "Demo Film Four",
    description: "The film was offered here for download until the end of last month. (Demo data)",
    locale: "en",
    outcome: { is: "declined", reason: "site-gone" },
  },
  {
    reference: "DEMO-2026-0006",
    category: "film-tv",
    targets: ["https://star-box-mirror.test/play/20260401"],
    work: "示例电影三",
    description: "同一影片的镜像网站，本公司另一团队此前已提交。（演示数据）",
    locale: "zh",
    outcome: { is: "duplicate", of: "DEMO-2026-0001" },
  },
  {
    reference: "DEMO-2026-0007",
    category: "e-commerce",
    targets: ["https://shop.disc-corner.example/item/1190"],
    work: "Demo Series, season one",
    description:
      "Copied discs of the whole season, sold at a tenth of the price of the real ones. (Demo data)",
    paysBy: "sales",
    locale: "en",
  },
  {
    reference: "DEMO-2026-0008",
    category: "music",
    targets: ["https://songs-for-free.example/album/7"],
    work: "示例专辑",
    description: "整张专辑可以下载。后来得知该网站已获授权，故撤回举报。（演示数据）",
    locale: "zh",
    outcome: { is: "withdrawn" },
  },
]

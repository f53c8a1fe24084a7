import type { Context } from "@/lib/kernel/context"
import { submitTip } from "@/lib/reporter"

type Demo = Pick<Parameters<typeof submitTip>[1], "category" | "targets" | "work" | "description" | "locale">

/** Invented, on reserved domains, and marked as demo wherever they show. */
const tips: readonly Demo[] = [
  {
    category: "film-tv",
    targets: ["https://www.free-cinema.example/watch/1024"],
    work: "示例电影一",
    description: "这个网站可以免费观看还在影院上映的影片，页面上有很多弹窗广告。（演示数据）",
    locale: "zh",
  },
  {
    category: "film-tv",
    targets: ["https://m.free-cinema.example/new", "https://free-cinema-mirror.test/"],
    work: "Demo Film Two",
    description:
      "The same site on a phone, and a mirror of it. New films appear on the day of release. (Demo data)",
    locale: "en",
  },
  {
    category: "literature",
    targets: ["https://novels.reading-room.test/book/88/chapter-1"],
    work: "示例小说",
    description: "整部连载小说被逐章转载，更新只比正版晚几分钟。（演示数据）",
    locale: "zh",
  },
  {
    category: "music",
    targets: ["https://tunes.example/download?id=7"],
    description:
      "Whole albums can be downloaded here without paying, with a subscription for faster downloads. (Demo data)",
    locale: "en",
  },
  {
    category: "apps",
    targets: ["示例影视盒子 App"],
    work: "多部电视剧",
    description: "应用内置多个片源，安装后不登录即可观看付费剧集。（演示数据）",
    locale: "zh",
  },
  {
    category: "e-commerce",
    targets: ["https://shop.bargain-street.example/item/5521"],
    work: "Demo Schoolbook",
    description:
      "Copies of a schoolbook are sold at a tenth of its price; the print is visibly a photocopy. (Demo data)",
    locale: "en",
  },
  {
    category: "live-sport",
    targets: ["https://goal-stream.test/live/3"],
    work: "示例联赛直播",
    description: "比赛开始前十分钟放出直播链接，画面带有电视台台标。（演示数据）",
    locale: "zh",
  },
  {
    category: "education",
    targets: ["https://courses.cheap-lessons.example/list"],
    work: "Demo Course",
    description:
      "Recorded lessons of a paid online course are sold in a bundle through a chat group. (Demo data)",
    locale: "en",
  },
  {
    category: "software",
    targets: ["https://cracked.example/tools"],
    description: "提供多款办公软件的破解版下载，并附有注册机。（演示数据）",
    locale: "zh",
  },
  {
    category: "games",
    targets: ["https://play-for-free.test/servers"],
    work: "Demo Game",
    description: "A private server of an online game, which sells virtual items for money. (Demo data)",
    locale: "en",
  },
  {
    category: "press",
    targets: ["https://headlines.example/2026/05/01"],
    description: "整篇转载报社独家报道，删去了署名和来源。（演示数据）",
    locale: "zh",
  },
  {
    category: "other",
    targets: ["https://pictures.wallpaper-heap.test/set/12"],
    work: "Demo Photographs",
    description:
      "A photographer's whole portfolio is offered for download with the watermark removed. (Demo data)",
    locale: "en",
  },
]

/** Sent with a key each, so that seeding again creates nothing twice. */
export const seedDemoTips = async (ctx: Context) => {
  for (const [at, tip] of tips.entries())
    await submitTip(ctx, {
      ...tip,
      demo: true,
      idempotencyKey: `demo-seed-tip-${String(at).padStart(4, "0")}`,
    })
}

import type { choices as english } from "@/app/_words/en/choices"

export const choices: typeof english = {
  categories: {
    "film-tv": "影视",
    music: "音乐",
    literature: "图书与文学",
    press: "新闻报刊",
    games: "游戏",
    software: "软件",
    apps: "应用程序",
    "e-commerce": "网店商品",
    "live-sport": "体育赛事直播",
    education: "教学资料",
    other: "其他",
  },
  earnings: {
    ads: "投放广告",
    subscription: "收取订阅费或会员费",
    sales: "出售复制品或观看权限",
    unknown: "不清楚",
  },
  urgencies: {
    "first-release": "新近发行，或尚未发行",
    "live-now": "正在进行的直播",
    children: "面向儿童",
    "exam-material": "涉及考试内容",
  },
}

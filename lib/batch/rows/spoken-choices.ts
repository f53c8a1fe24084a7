import type { Category, Earning, Urgency } from "@/lib/tip"

/**
 * What people write in a spreadsheet for a choice, beside its own name: the words of the form in both languages first
 * (a test holds them against it), then what else is said for it.
 */
export const spokenChoices: {
  readonly category: Readonly<Record<Category, readonly string[]>>
  readonly paysBy: Readonly<Record<Earning, readonly string[]>>
  readonly urgency: Readonly<Record<Urgency, readonly string[]>>
} = {
  category: {
    "film-tv": [
      "Film and television",
      "影视",
      "电影",
      "电视剧",
      "网络剧",
      "动漫",
      "动画片",
      "纪录片",
      "综艺",
      "短剧",
      "film",
      "movie",
      "television",
      "tv",
      "video",
    ],
    music: ["Music", "音乐", "歌曲", "song"],
    literature: [
      "Books and literature",
      "图书与文学",
      "图书",
      "文学",
      "小说",
      "网络文学",
      "漫画",
      "有声读物",
      "books",
      "literature",
      "novel",
    ],
    press: ["News and press", "新闻报刊", "新闻", "报刊", "期刊", "news", "magazine"],
    games: ["Games", "游戏", "网络游戏", "game"],
    software: ["Software", "软件", "计算机软件"],
    apps: ["Apps", "应用程序", "应用", "app"],
    "e-commerce": ["Goods in online shops", "网店商品", "电商", "电子商务", "商品", "shop", "ecommerce"],
    "live-sport": ["Live sport", "体育赛事直播", "体育直播", "体育赛事", "sport", "sports"],
    education: ["Teaching material", "教学资料", "教育", "教材", "教辅", "课程", "textbook", "course"],
    other: ["Other", "其他", "其它"],
  },
  paysBy: {
    ads: ["Advertising", "投放广告", "广告", "advertisements"],
    subscription: [
      "Subscriptions or membership fees",
      "收取订阅费或会员费",
      "会员费",
      "会员",
      "订阅",
      "membership",
    ],
    sales: ["Sale of copies or of access", "出售复制品或观看权限", "出售", "销售", "sale"],
    unknown: ["Not known", "不清楚", "未知", "不详"],
  },
  urgency: {
    "first-release": [
      "Newly released, or not released yet",
      "新近发行，或尚未发行",
      "新片",
      "院线",
      "未发行",
    ],
    "live-now": ["A live broadcast in progress", "正在进行的直播", "直播中", "正在直播", "live"],
    children: ["Aimed at children", "面向儿童", "儿童", "未成年人"],
    "exam-material": ["Examination material", "涉及考试内容", "考试", "试题", "exam"],
  },
}

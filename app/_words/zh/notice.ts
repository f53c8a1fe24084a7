import type { notice as english } from "@/app/_words/en/notice"

export const notice: typeof english = {
  list: {
    title: "通报",
    description: "版权管理部门关于打击网络侵权盗版专项行动的通报。",
    lead: "版权管理部门就历次行动向社会发布的通报。通报一经发布不再改动；如需更正，另发新版本，旧版本仍可查阅。",
    feed: "订阅通报（Atom）",
    none: "尚未发布通报。",
    pages: "通报分页",
    earlier: "更早的通报",
    later: "较新的通报",
  },
  publishedAt: "发布时间",
  version: "第{number}版",
  current: "（现行）",
  superseded: {
    text: "本版本已被新版本取代。",
    link: "查看现行版本",
  },
  figures: "本通报中的数据",
  figuresNote: "数据以本版本发布时为准。正文中的每个数字都可以跳转到下表相应的行。",
  figure: "指标",
  campaign: "行动",
  value: "数值",
  status: "状态",
  asOf: "截至",
  precision: "精度",
  versions: "本通报的各个版本",
  campaignLink: "行动及其数据：{name}",
  footnotes: { title: "脚注", back: "返回正文中脚注{number, number}处" },
  feedTitle: "剑网行动门户通报",
  sources: "数据来源",
}

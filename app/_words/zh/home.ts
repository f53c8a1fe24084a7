import type { home as english } from "@/app/_words/en/home"

export const home: typeof english = {
  title: "举报网络侵权盗版，查看办理结果",
  description: "向版权管理部门举报侵权盗版网站、应用和网店，阅读通报，了解各项数据如何得来。",
  lead: "发现网站、应用程序或网店未经许可提供影视、图书、软件等作品，请告诉我们。无需注册账号，也不必留下姓名。",
  report: "举报盗版",
  follow: "查询已提交举报的进展",
  notices: "最新通报",
  allNotices: "全部通报",
  noNotices: "尚未发布通报。",
  figures: "{name}数据",
  figuresFrom: "以下为该次行动已公布的{status}数据，逐项注明来源。",
  figureStatus: { final: "最终", interim: "阶段性", running: "实时累计" },
  allFigures: "查看{name}的数据与来源",
  loop: "一条举报怎样变成一项数据",
  loopLead: "行动进行期间，没有一项数据是手工填写的。每项数据都是案件中所登记措施的合计。",
  steps: {
    tip: { name: "举报", text: "您描述所见情况，取得一份带有编号和查询码的回执。" },
    moderation: { name: "审核", text: "审核员阅读举报，决定采纳，或说明理由后不予采纳，也可能请您补充。" },
    case: { name: "案件", text: "采纳的举报并入针对同一网站的案件。" },
    referral: { name: "移送", text: "经另一名办案人员批准，移送主管部门办理。" },
    measure: { name: "措施", text: "采取的措施登记入台账，登记后不可更改。" },
    figure: { name: "数据", text: "行动的各项数据就是台账的合计。" },
    notice: { name: "通报", text: "通报向社会公布结果，经两名发布员办理方可发布。" },
  },
}

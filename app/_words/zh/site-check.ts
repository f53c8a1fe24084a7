import type { siteCheck as english } from "@/app/_words/en/site-check"

export const siteCheck: typeof english = {
  title: "网站查询",
  description: "查询某个网站是否在已确认侵权盗版的网站名单中，以及何时列入。",
  lead: "请输入一个网址，或者应用、店铺、账号的名称。仅查询这一个对象，名单本身不在此公布。",
  typed: "网址或名称",
  needed: "请填写网址或名称",
  check: "查询",
  listed: "在名单中",
  listedText: "{site}已被确认侵权盗版。",
  notListed: "不在名单中",
  notListedText: "尚无已办结的案件确认{site}。这并不表示其合法：可能正在办理，也可能无人举报。",
  removed: "已移出名单",
  removedText: "{site}已从名单中移出。",
  report: "举报该对象",
  facts: {
    read: "识别为",
    since: "列入时间",
    until: "移出时间",
    campaign: "专项行动",
    outcome: "案件结果",
  },
  demo: "演示数据：并非真实案件的结果。",
  sections: {
    criteria: {
      heading: "如何列入名单",
      text: "有关举报已被采纳，案件已办结且侵权成立，并由两名办案人员逐个确认网站。名单不列入整个平台，只列入案件所涉的具体账号、店铺、分享或应用。",
    },
    removal: {
      heading: "如何移出名单",
      text: "案件重新立案，或异议成立时，所涉网站立即移出名单；须由两名办案人员重新确认后，方可再次列入。",
    },
    operator: {
      heading: "如果您是网站经营者",
      text: "如认为网站不应列入名单，可提出异议并说明理由。我们在7日内答复、30日内作出决定，由未参与确认的人员办理。",
    },
    partners: {
      heading: "完整名单",
      text: "支付机构、广告联盟等据此采取措施的单位，可凭版权管理部门签发的密钥，由程序读取完整名单。",
    },
  },
  interface: "接口说明",
}

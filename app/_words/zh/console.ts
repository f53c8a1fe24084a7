import type { console as english } from "../en/console"

export const console: typeof english = {
  brand: "剑网行动工作台",
  skip: "跳到正文",
  navigation: "栏目",
  signOut: "退出",
  and: "、",
  home: "回到我的工作首页",
  demo: "演示",
  sections: {
    queue: "线索队列",
    cases: "案件",
    referrals: "移送",
    ledger: "措施台账",
    notices: "通报",
    campaigns: "行动",
    authorities: "主管机关",
    people: "人员",
    audit: "审计",
    health: "运行状况",
  },
  roles: {
    moderator: { name: "审核员", does: "处理线索队列：领取、采纳或不予采纳线索，查看证据。" },
    "case-officer": {
      name: "办案人",
      does: "办理案件，向主管机关移送，登记措施，并与另一名办案人共同结案。",
    },
    "agency-officer": {
      name: "机关联络员",
      does: "只接收本机关的移送，负责办理、登记措施并反馈结果。",
    },
    publisher: { name: "发布员", does: "撰写通报；须经另一名发布员批准后才向公众发布。" },
    auditor: { name: "审计员", does: "可查看全部内容，不作任何更改，负责核验审计链。" },
    administrator: {
      name: "管理员",
      does: "查看设置、运行状况、对账结果和审计记录。账号与角色由 OpenID 服务管理。",
    },
  },
  signIn: {
    title: "登录工作台",
    lead: "供版权管理部门及参与行动的各机关工作人员使用。",
    go: "登录",
    note: "您将前往本单位的登录服务，完成后自动返回。每次登录八小时内有效。",
    ended: "您已退出。",
    failed: "登录没有完成，请再试一次；如仍不成功，请联系管理员。",
    noRole: "您的账号在本门户没有任何角色，请联系管理员。",
    public: "前往公众网站",
  },
  forbidden: {
    title: "您的角色无权查看此页",
    detail: "如工作需要，请向管理员申请相应角色。",
  },
  notFound: { title: "没有这个页面或记录", detail: "请检查地址，或返回列表。" },
  form: {
    done: "已完成。",
    optional: "（选填）",
    rival: "{by}：{did}，{at}。",
    reload: "显示最新状态，保留我填写的内容",
    signInAgain: "在新标签页重新登录，再回来提交",
  },
  list: { pages: "翻页", first: "第一页", next: "下一页" },
  trail: { title: "历史记录", reporter: "举报人", system: "系统" },
}

import type { common as english } from "@/app/_words/en/common"

export const common: typeof english = {
  portalName: "剑网行动门户",
  administration: "版权管理部门",
  otherLanguage: "English",
  skipToContent: "跳到正文",
  navigation: "主导航",
  pageTitle: "{title}－剑网行动门户",
  titleWithErrors: "有误：{title}",
  sections: {
    report: "举报盗版",
    follow: "查询进展",
    notices: "通报",
    campaigns: "行动与数据",
    "open-data": "开放数据",
  },
  footer: {
    navigation: "关于本门户",
    verify: "核验回执",
    rightHolders: "权利人入口",
    privacy: "隐私说明",
    accessibility: "无障碍声明",
    feed: "通报订阅（Atom）",
    staff: "工作人员登录",
    note: "所有时间均为北京时间。通报与数据页面不运行脚本、不设置Cookie，也不加载任何外部内容。",
  },
  form: {
    errorSummary: "请更正以下内容",
    errorPrefix: "有误：",
    optional: "{label}（选填）",
  },
  breadcrumbs: "当前位置",
  home: "首页",
  warning: "重要提示",
  table: "表格：{name}",
  notFound: {
    title: "页面不存在",
    text: "地址可能有误，或者该页面从未存在。您可以从以下页面继续：",
  },
}

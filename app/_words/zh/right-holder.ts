import type { rightHolder as english } from "@/app/_words/en/right-holder"

export const rightHolder: typeof english = {
  title: "权利人入口",
  description: "可信举报人可在此查询本方举报的进展并下载办理结果。",
  lead: "可信举报人持有版权管理部门签发的密钥。请输入密钥查看本方举报。",
  key: "密钥",
  needed: "请输入密钥",
  keyHint: "以key_开头。您输入的内容在浏览器中最多保留两小时。",
  open: "查看本方举报",
  program: "批量提交",
  programText:
    "持有相应密钥，可在此上传表格，也可由程序提交，格式为JSON Lines或CSV。如无密钥，请向版权管理部门申请。",
  interface: "接口说明",
  reportsOf: "{name}的举报",
  byStatus: "按状态查看举报",
  about: {
    received: "正在等待审核的举报。",
    screening: "审核员正在阅读的举报。",
    "awaiting-reporter": "审核员有问题的举报。凭该举报的编号和查询码可在“查询进展”中回答。",
    accepted: "已并入案件的举报。",
    declined: "不予采纳的举报及其理由。",
    duplicate: "此前已有相同内容的举报，将一并办理。",
    withdrawn: "您已撤回的举报。",
  },
  none: "目前没有。",
  line: "举报{number}，收到时间",
  pages: "列表分页",
  first: "第一页",
  next: "下一页",
  download: "下载全部办理结果（CSV）",
  close: "退出",
  closeHint: "在他人也使用的电脑上请务必退出。",
}

import type { consoleKnownGood as english } from "@/app/_words/en/console-known-good"

export const consoleKnownGood: typeof english = {
  title: "可信域名",
  toAuthorities: "主管部门",
  lead: "案件移送前，所涉网站须与本名单核对。批准移送可信域名或与他人共用主机的网站时，须说明理由。",
  domain: "域名",
  domainHint: "例如library.example。其下各级域名一并适用。",
  reason: "理由",
  by: "添加人",
  at: "添加时间",
  add: "添加域名",
  remove: "移除",
  empty: "尚未添加域名。",
  builtIn: "内置名单",
  builtInNote: "以下域名由本门户内置；可举报的各平台，以及任何人都可取得主机名的公共后缀，也按此处理。",
}

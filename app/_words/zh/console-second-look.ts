import type { consoleSecondLook as english } from "@/app/_words/en/console-second-look"

export const consoleSecondLook: typeof english = {
  title: "复看",
  lead: "同事已对此线索作出决定，您看不到该决定。请说明您会如何决定，原决定不变。",
  ask: "您会如何决定？",
  verdict: "决定",
  verdicts: { accept: "采纳", decline: "不予采纳", duplicate: "重复" },
  reason: "不予采纳的理由",
  go: "提交并取下一条",
  done: "您的意见已记录。",
  empty: "没有待复看的同事决定。",
}

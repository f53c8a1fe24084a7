import { type Entry, type EntryKind, entryOf } from "./entry"
import type { Targets } from "./targets"

/** What holds until an administrator changes it. */
export const defaultTargets: Targets = {
  firstReviewHours: 72,
  decisionHours: 240,
  secondLookPercent: 5,
  weights: {
    "live-now": 40,
    children: 40,
    "exam-material": 30,
    "first-release": 25,
    answered: 20,
    focus: 15,
    trusted: 10,
    evidence: 5,
    reports: 5,
    "reports-max": 25,
    age: 25,
    overdue: 15,
  },
}

const reason = (code: string, name: Entry["name"], text: Entry["name"]): Entry => ({
  kind: "decline-reason",
  code,
  name,
  text,
})
const question = (code: string, name: Entry["name"], text: Entry["name"]): Entry => ({
  kind: "question",
  code,
  name,
  text,
})
const label = (code: string, zh: string, en: string): Entry => ({ kind: "label", code, name: { zh, en } })

/** The entries of a new portal. */
export const defaultEntries: readonly Entry[] = [
  reason(
    "not-infringing",
    { zh: "不构成侵权", en: "Not an infringement" },
    {
      zh: "就目前所见，您举报的内容不构成侵权。",
      en: "From what we can see, what you reported does not infringe copyright.",
    },
  ),
  reason(
    "not-enough-information",
    { zh: "信息不足", en: "Not enough information" },
    {
      zh: "现有信息不足以核查。欢迎补充细节或截图后再次举报。",
      en: "There was not enough information. You are welcome to report again with more details or screenshots.",
    },
  ),
  reason(
    "outside-competence",
    { zh: "不属职权范围", en: "Outside competence" },
    {
      zh: "此事不属于专项行动的职责范围。您所在地的版权管理部门可以告知由谁负责。",
      en: "This is outside the competence of the campaign. Your local copyright office can tell you who is responsible.",
    },
  ),
  reason(
    "site-gone",
    { zh: "网站已不存在", en: "Site no longer available" },
    { zh: "您举报的内容已无法访问。", en: "What you reported cannot be reached any more." },
  ),
  reason(
    "abusive",
    { zh: "恶意举报", en: "Abusive report" },
    { zh: "举报内容与盗版无关。", en: "The report was not about piracy." },
  ),
  question(
    "whole-address",
    { zh: "完整网址", en: "Full address" },
    {
      zh: "请从浏览器地址栏复制可以看到侵权内容的完整网址，发给我们。",
      en: "Please copy the full address at which the content can be seen from the address bar of your browser.",
    },
  ),
  question(
    "how-reached",
    { zh: "访问方法", en: "How it is reached" },
    {
      zh: "打开该网址后，请说明还需要哪些步骤才能看到侵权内容，例如登录、付费或者输入提取码。",
      en: "Please tell us what else has to be done after opening the address, for example signing in, paying or entering a password.",
    },
  ),
  question(
    "which-work",
    { zh: "作品名称", en: "Name of the work" },
    {
      zh: "请说明涉及哪一部作品，例如片名、书名或者软件名称。",
      en: "Please tell us which work this is about: the title of the film or book, or the name of the software.",
    },
  ),
  label("mirror", "镜像", "Mirror"),
  label("many-works", "作品众多", "Many works"),
  label("follow-up", "需跟进", "Follow up"),
]

/** How the portal itself words a code, where only the code is known; undefined for one that an administrator added. */
export const defaultEntry = (kind: EntryKind, code: string): Entry | undefined =>
  entryOf(defaultEntries, kind, code)

import type { Locale } from "@/app/_words"
import { announceEvidence } from "@/lib/evidence"
import { askReporter, claimTip, declineTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as, reporterOf } from "@/tests/support/people"
import { newBrowser } from "./form-browser"
import { answerAll } from "./report-steps"

type Browser = ReturnType<typeof newBrowser>
type Fields = Readonly<Record<string, string>>

export type RefusedForm = {
  /** Where it is sent to, below the language. */
  readonly path: string
  readonly state?: (locale: Locale) => Promise<Browser>
  readonly typed: Fields
  /** The field that says what is wrong; without it the page says so as a whole. */
  readonly wrong?: string
  /** The field whose text stands on the page again. */
  readonly shown?: string
  /** What is typed to be taken at last. */
  readonly good?: Fields
  /** Fields that must stand nowhere on the page. */
  readonly secret?: readonly string[]
}

const filledIn = async (locale: Locale) => {
  const browser = newBrowser(locale)
  await answerAll(browser, undefined, locale)
  return browser
}

const following = async (locale: Locale) => {
  const { tipId, receipt } = await submitted({ contact: "13800138000" })
  const { version } = await claimTip(as("mei"), { tipId })
  await askReporter(as("mei"), { tipId, version, question: "On which page?" })
  await announceEvidence(reporterOf(tipId), { tipId, announcement: { name: "a.png", sizeBytes: 9 } })
  const browser = newBrowser(locale)
  await browser.send(`/${locale}/follow`, receipt)
  return browser
}

const refused = async (locale: Locale) => {
  const { tipId, receipt } = await submitted()
  const { version } = await claimTip(as("mei"), { tipId })
  await declineTip(as("mei"), { tipId, version, reason: "not-infringing" })
  const browser = newBrowser(locale)
  await browser.send(`/${locale}/follow`, receipt)
  return browser
}

/** Forms that can be refused for what is typed, by their route, each in the ways that matter. */
export const refusedForms: Readonly<Record<string, readonly RefusedForm[]>> = {
  "/follow": [
    {
      path: "/follow",
      typed: { number: "9999-9999-9999", code: "never-shown" },
      wrong: "number",
      shown: "number",
      secret: ["code"],
    },
    { path: "/follow", typed: { number: "9999-9999", code: " " }, wrong: "code", shown: "number" },
  ],
  "/follow/appeal": [
    {
      path: "/follow/appeal",
      state: refused,
      typed: { appeal: "述".repeat(5_001) },
      wrong: "appeal",
      shown: "appeal",
      good: { appeal: "这部影片由我方独家发行，请重新核对。" },
    },
    { path: "/follow/appeal", state: refused, typed: { appeal: "" }, wrong: "appeal" },
  ],
  "/follow/answer": [
    {
      path: "/follow/answer",
      state: following,
      typed: { answer: "述".repeat(5_001) },
      wrong: "answer",
      shown: "answer",
      good: { answer: "第三页" },
    },
    { path: "/follow/answer", state: following, typed: { answer: "" }, wrong: "answer" },
  ],
  "/follow/news": [{ path: "/follow/news", state: following, typed: { news: "on" } }],
  "/receipt/verify": [
    {
      path: "/receipt/verify",
      typed: { statement: "x".repeat(20_001) },
      wrong: "statement",
      shown: "statement",
    },
    { path: "/receipt/verify", typed: { statement: "" }, wrong: "statement" },
  ],
  "/report/[step]": [
    { path: "/report/kind", typed: { category: "weather" }, wrong: "category", good: { category: "music" } },
    {
      path: "/report/where",
      typed: { targets: "http://192.168.1.1/<b>" },
      wrong: "targets",
      shown: "targets",
      good: { targets: "https://songs.example/" },
    },
    { path: "/report/work", typed: { work: "歌".repeat(3_000) }, wrong: "work", shown: "work" },
    {
      path: "/report/description",
      typed: { description: "太短" },
      wrong: "description",
      shown: "description",
    },
    {
      path: "/report/contact",
      typed: { contact: "13800138000", news: "yes" },
      wrong: "contact",
      shown: "contact",
    },
  ],
  "/report/check": [{ path: "/report/check", state: filledIn, typed: { formToken: "none", key: "none" } }],
  "/sites/check": [
    { path: "/sites/check", typed: { typed: "" }, wrong: "typed" },
    {
      path: "/sites/check",
      typed: { typed: "http://10.0.0.1/<b>" },
      wrong: "typed",
      shown: "typed",
    },
  ],
  "/sites/objection": [
    { path: "/sites/objection", typed: { typed: "", text: "" }, wrong: "typed" },
    {
      path: "/sites/objection",
      typed: {
        typed: "https://not-listed.example/",
        text: "We hold a licence for all of it.",
        key: "0123456789abcdef",
      },
      wrong: "typed",
      shown: "text",
    },
  ],
  "/sites/objection/follow": [
    { path: "/sites/objection/follow", typed: { number: "", code: "" }, wrong: "number" },
    {
      path: "/sites/objection/follow",
      typed: { number: "7k3m-9qx2-abcd", code: "4g8t-n2vw-0cxz-m5hk" },
      wrong: "number",
      shown: "number",
    },
  ],
  "/right-holders": [
    { path: "/right-holders", typed: { key: "" }, wrong: "key" },
    {
      path: "/right-holders",
      typed: { key: "key_0000000000000000_000000000000000000000000" },
      wrong: "key",
      secret: ["key"],
    },
  ],
}

/** Forms that ask for nothing that could be wrong, or are sent by a module and show no page. */
export const plainForms: Readonly<Record<string, string>> = {
  "/follow/close": "drops a cookie",
  "/follow/contact": "asks for nothing",
  "/follow/reward": "asks for nothing; that it is refused is tried in follow/reward.test.ts",
  "/follow/withdraw": "asks for nothing; that it comes too late is tried in follow/withdraw.test.ts",
  "/follow/news/stop": "takes any key, so that nobody learns which there are",
  "/report": "drops a draft",
  "/report/evidence": "asks for nothing; that no file is taken at the moment is tried in abuse.test.ts",
  "/report/evidence/discard": "leaves what cannot be discarded as it is, which its page shows",
  "/report/receipt": "drops a cookie",
  "/report/understood": "is sent by a module, which shows the answer in the page",
  "/right-holders/batches": "asks for nothing",
  "/sites/objection/files": "asks for nothing; its page shows where no file can be added any more",
  "/right-holders/batches/[batchId]/send": "asks for nothing; when it is refused is tried in batches.test.ts",
  "/right-holders/close": "drops a cookie",
}

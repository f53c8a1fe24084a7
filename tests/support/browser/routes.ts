import { globSync } from "node:fs"
import { steps } from "@/app/[locale]/report/steps"

/** What the routes with a part of their own are shown with. */
export type World = {
  readonly tipId: string
  readonly caseId: string
  readonly referralId: string
  readonly slug: string
  readonly objectionId: string
  /** Of a tip for which a reward was claimed. */
  readonly rewardTipId: string
  /** An import of measures that `case-officer-1` began, with a row that was refused. */
  readonly importId: string
}

const notice = "jianwang-2017-results"
/** A campaign with two revisions of its figures and a draft, which the test sets up. */
export const withFigures = "demo-figures"

/** Public addresses, without their language. Those of the report need a draft's cookie and a receipt's. */
export const publicRoutes: Readonly<Record<string, readonly string[]>> = {
  "": [""],
  "/[...rest]": ["/nothing/here"],
  "/about": ["/about"],
  "/accessibility": ["/accessibility"],
  "/campaigns": ["/campaigns"],
  "/campaigns/[slug]": [
    "/campaigns/jianwang-2017",
    "/campaigns/jianwang-2021",
    "/campaigns/demo-2026",
    `/campaigns/${withFigures}`,
  ],
  "/campaigns/[slug]/figures/[number]": [
    `/campaigns/${withFigures}/figures/1`,
    `/campaigns/${withFigures}/figures/2`,
  ],
  "/contact": ["/contact"],
  "/follow": ["/follow"],
  "/follow/news/stop": ["/follow/news/stop?key=none"],
  "/help": ["/help"],
  "/notices": ["/notices"],
  "/notices/[slug]": [`/notices/${notice}`],
  "/notices/[slug]/v/[number]": [`/notices/${notice}/v/1`],
  "/notices/page/[number]": ["/notices/page/1"],
  "/open-data": ["/open-data"],
  "/privacy": ["/privacy"],
  "/receipt/log": ["/receipt/log"],
  "/receipt/verify": ["/receipt/verify"],
  "/report": ["/report"],
  "/report/[step]": steps.map((step) => `/report/${step}`),
  "/report/check": ["/report/check"],
  "/report/done": ["/report/done"],
  "/report/evidence": ["/report/evidence"],
  "/report/evidence/sending": ["/report/evidence/sending", "/report/evidence/sending?sent=evd_1"],
  "/report/receipt": ["/report/receipt"],
  "/right-holders": ["/right-holders", "/right-holders?reference=1"],
  "/right-holders/batches": ["/right-holders/batches"],
  "/right-holders/batches/[batchId]": ["/right-holders/batches/{batchId}"],
  "/right-holders/batches/sending": [
    "/right-holders/batches/sending",
    "/right-holders/batches/sending?sent=bat_1",
  ],
  "/sites/check": ["/sites/check"],
  "/sites/objection": ["/sites/objection"],
  "/sites/objection/follow": ["/sites/objection/follow"],
  "/sites/objection/sending": [
    "/sites/objection/sending",
    "/sites/objection/sending?sent=0123456789012345678901",
  ],
}

/** Console addresses, with the demo account that looks at each. */
export const consoleRoutes: Readonly<
  Record<string, readonly (readonly [account: string, path: (world: World) => string])[]>
> = {
  "/sign-in": [["", () => "/sign-in"]],
  "": [["moderator-1", () => ""]],
  "/[...rest]": [["moderator-1", () => "/nothing/here"]],
  "/audit": [
    ["auditor", () => "/audit"],
    // Refused, which is a page too.
    ["moderator-1", () => "/audit"],
  ],
  "/authorities": [["administrator", () => "/authorities"]],
  "/authorities/[id]": [
    ["administrator", () => "/authorities/mps"],
    ["case-officer-1", () => "/authorities/miit?state=parked"],
  ],
  "/campaigns": [["administrator", () => "/campaigns"]],
  "/campaigns/[slug]": [
    ["publisher-1", () => `/campaigns/${withFigures}`],
    ["administrator", () => "/campaigns/demo-2026"],
    // Refused, which is a page too.
    ["moderator-1", () => `/campaigns/${withFigures}`],
  ],
  "/cases": [["case-officer-1", () => "/cases"]],
  "/cases/[id]": [["case-officer-1", ({ caseId }) => `/cases/${caseId}`]],
  "/health": [["administrator", () => "/health"]],
  "/known-good": [
    ["administrator", () => "/known-good"],
    ["case-officer-1", () => "/known-good"],
  ],
  "/ledger": [
    ["auditor", () => "/ledger"],
    ["publisher-1", () => `/ledger?campaign=${withFigures}&metric=links-removed&asOf=2025-06-30`],
  ],
  "/ledger/import": [
    ["case-officer-1", () => "/ledger/import"],
    // Refused, which is a page too.
    ["moderator-1", () => "/ledger/import"],
  ],
  "/ledger/import/[importId]": [["case-officer-1", ({ importId }) => `/ledger/import/${importId}`]],
  "/notices": [["publisher-1", () => "/notices"]],
  "/notices/[slug]": [["publisher-1", ({ slug }) => `/notices/${slug}`]],
  "/notices/new": [["publisher-1", () => "/notices/new"]],
  "/numbers": [
    ["administrator", () => "/numbers"],
    ["moderator-1", () => "/numbers?from=2026-01-01&until=2026-01-31"],
  ],
  "/objections": [["case-officer-1", () => "/objections"]],
  "/rewards": [["case-officer-1", () => "/rewards"]],
  "/rewards/[id]": [["case-officer-1", ({ rewardTipId }) => `/rewards/${rewardTipId}`]],
  "/objections/[id]": [["case-officer-1", ({ objectionId }) => `/objections/${objectionId}`]],
  "/people": [["administrator", () => "/people"]],
  "/referrals": [["agency-officer-mps", () => "/referrals"]],
  "/referrals/[caseId]/[referralId]": [
    ["agency-officer-mps", ({ caseId, referralId }) => `/referrals/${caseId}/${referralId}`],
  ],
  "/routing": [
    ["administrator", () => "/routing"],
    ["case-officer-1", () => "/routing"],
  ],
  "/search": [
    ["moderator-1", () => "/search"],
    ["moderator-1", () => "/search?q=https%3A%2F%2Fnothing-here.example%2F"],
    // Words of tips that wait.
    ["moderator-1", () => "/search?q=whole+film"],
  ],
  "/second-look": [["moderator-2", () => "/second-look"]],
  "/settings": [
    ["administrator", () => "/settings"],
    ["moderator-1", () => "/settings"],
  ],
  "/sites/[site]": [
    ["moderator-1", () => "/sites/barrier-free.example"],
    ["auditor", () => "/sites/nothing-here.example"],
  ],
  "/tips/[id]": [["moderator-1", ({ tipId }) => `/tips/${tipId}`]],
}

/** Answers that are no pages. */
const noPages = [
  "/notices/feed.xml",
  "/report/statement",
  "/report/proof",
  "/report/receipt/file",
  "/follow/answer",
  "/follow/appeal",
  "/report/understood",
  "/report/evidence/discard",
  "/sites/objection/files",
  "/follow/close",
  "/follow/contact",
  "/follow/news",
  "/follow/reward",
  "/follow/withdraw",
  "/right-holders/close",
  "/right-holders/outcomes",
  "/right-holders/template",
  "/right-holders/batches/[batchId]/send",
  "/right-holders/batches/[batchId]/results",
  "/tips/[id]/evidence/[eid]/preview",
  "/audit/export",
  "/ledger/export",
  "/ledger/import/template",
]

/** Every address of the app that shows a page, as its folder names it. */
export const routesOf = (room: "[locale]" | "admin"): string[] =>
  globSync("app/**/{page,route}.{ts,tsx}")
    .filter((path) => path.startsWith(`app/${room}/`))
    .map((path) =>
      path
        .slice(`app/${room}`.length)
        .replace(/\/(page|route)\.tsx?$/, "")
        .replace("/(staff)", ""),
    )
    .filter((route) => !noPages.includes(route))

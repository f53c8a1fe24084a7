import { parseHTML } from "linkedom"
import {
  PathnameContext,
  SearchParamsContext,
} from "next/dist/shared/lib/hooks-client-context.shared-runtime"
import type { ReactElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { locales, wordsFor } from "@/app/_words"
import { FileList } from "@/app/[locale]/report/evidence/file-list"
import { TipEvidence } from "@/app/admin/(staff)/tips/_parts/tip-evidence"
import { type Evidence, rejections, scanVerdicts } from "@/lib/evidence"
import { idFrom } from "@/lib/kernel/id"
import { people } from "@/tests/support/people"

const at = "2026-11-24T08:00:00.000Z"
const ids = { tipId: idFrom("tip", "1"), evidenceId: idFrom("evd", "1") }
const stored = { name: "screen.mp4", sizeBytes: 12, type: "video/mp4", sha256: "0".repeat(64) }
const record: Evidence = { ...ids, state: "verified", announcedAt: at, stored, version: 1, head: "" }

const shown = (element: ReactElement) =>
  parseHTML(`<html><body>${renderToStaticMarkup(element)}</body></html>`).document.body

describe.each(locales)("in %s", (locale) => {
  const sees = {
    reporter: wordsFor(locale, "evidence"),
    moderator: wordsFor(locale, "consoleTip"),
  }
  const toReporter = (file: Partial<Parameters<typeof FileList>[0]["files"][number]>) =>
    shown(<FileList locale={locale} files={[{ ...ids, name: "screen.mp4", state: "verified", ...file }]} />)
  const toStaff = (evidence: readonly Evidence[], now = at) =>
    shown(
      <PathnameContext value="/admin/tips/tip_1">
        <SearchParamsContext value={new URLSearchParams()}>
          <TipEvidence locale={locale} now={now} person={people.mei} tipId="tip_1" evidence={evidence} />
        </SearchParamsContext>
      </PathnameContext>,
    )
  const toModerator = (evidence: Partial<Evidence>, now?: string) =>
    toStaff([{ ...record, ...evidence }], now)

  it.each(["waiting", "checking", "verified", "rejected", "expired"] as const)(
    "a reporter reads that a file is %s",
    (state) => expect(toReporter({ state }).textContent).toContain(sees.reporter(`states.${state}`)),
  )

  it.each(["announced", "verified", "rejected", "expired"] as const)(
    "a moderator reads that a file is %s",
    (state) => expect(toModerator({ state }).textContent).toContain(sees.moderator(`fileStates.${state}`)),
  )

  it("a moderator reads of a file that never came that it did not", () => {
    expect(toModerator({ state: "announced" }, "2027-01-01T00:00:00.000Z").textContent).toContain(
      sees.moderator("fileStates.expired"),
    )
  })

  it.each(rejections)("both read why a file was rejected: %s", (rejection) => {
    const toDo = wordsFor(locale, "errors")(`rejections.${rejection}`)
    expect(toReporter({ state: "rejected", rejection }).textContent).toContain(toDo)
    expect(toModerator({ state: "rejected", rejection }).textContent).toContain(
      sees.moderator(`rejections.${rejection}`),
    )
  })

  it.each(scanVerdicts)("both read what is known of harmful code: %s", (verdict) => {
    expect(toReporter({ scan: verdict }).textContent).toContain(sees.reporter(`scans.${verdict}`))
    expect(toModerator({ scan: { verdict, at, asks: 1 } }).textContent).toContain(
      sees.moderator(`scans.${verdict}`),
    )
  })

  it("both read that there is no preview, the moderator beside the way to the original", () => {
    expect(toReporter({ hasPreview: false }).textContent).toContain(sees.reporter("noPreview"))
    expect(toReporter({ hasPreview: true }).textContent).not.toContain(sees.reporter("noPreview"))
    const without = toModerator({ hasPreview: false, scan: { verdict: "clean", at, asks: 1 } })
    expect(without.textContent).toContain(sees.moderator("noPreview"))
    expect(without.textContent).toContain(sees.moderator("openOriginal"))
    expect(without.querySelector("img")).toBeNull()
    const withOne = toModerator({ hasPreview: true })
    expect(withOne.textContent).not.toContain(sees.moderator("noPreview"))
    expect(withOne.querySelector("img")).not.toBeNull()
  })

  it("a place that no file has come to is none for the moderator", () => {
    const { stored: _, ...place } = record
    const page = toStaff([{ ...place, state: "announced" }, record])
    expect(page.querySelectorAll("li")).toHaveLength(1)
    expect(page.textContent).toContain(sees.moderator("evidence", { count: 1 }))
  })

  it("a file without a name stands in words for both, never by its id", () => {
    const page = toModerator({ state: "rejected", stored: { ...stored, name: "" } })
    expect(page.textContent).toContain(sees.moderator("unnamedFile"))
    expect(page.textContent).not.toContain(ids.evidenceId)
    expect(toReporter({ name: "" }).textContent).toContain(sees.reporter("unnamed"))
  })

  it("a name that would turn the text around shows a mark in its place to both", () => {
    const name = "film\u202egnp.exe"
    for (const body of [toReporter({ name }), toModerator({ stored: { ...stored, name } })])
      expect(body.querySelector("bdi")?.textContent).toBe("film\ufffdgnp.exe")
  })
})

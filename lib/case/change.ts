import type { Change, Head, NewEvent } from "@/lib/audit"
import type { CaseId, TipId } from "@/lib/kernel/id"
import { put, remove, update, type Write } from "@/lib/store/transact"
import { type Case, caseRow } from "./case"
import { CaseEntity, CaseTipEntity, OpenCaseEntity } from "./case.entity"

const clearable = ["closing", "outcome", "mergedInto"] as const
type Clearable = (typeof clearable)[number]

/** `null` takes a field away. */
type CasePatch = Partial<Pick<Case, "status" | "sites" | "tipCount">> & {
  readonly [Name in Clearable]?: Case[Name] | null
}

/** A changed case, as one part of a commit. */
export const caseChange = (
  before: Case,
  patch: CasePatch,
  event: NewEvent,
  also: readonly Write[] = [],
): Change => {
  const { closing, outcome, mergedInto, ...fields } = patch
  const cleared = clearable.filter((name) => patch[name] === null)
  return {
    file: before.caseId,
    subject: before.caseId,
    from: before,
    event,
    record: (next) => {
      const change = CaseEntity.patch({ caseId: before.caseId }).set({
        ...fields,
        sites: [...(fields.sites ?? before.sites)],
        closing: closing ?? undefined,
        outcome: outcome ?? undefined,
        mergedInto: mergedInto ?? undefined,
        ...next,
        row: caseRow({ ...before, ...fields }),
      })
      return update(
        (cleared.length > 0 ? change.remove(cleared) : change)
          .composite({ ...(patch.status ? {} : { status: before.status }), openedAt: before.openedAt })
          .where(({ version }, { eq }) => eq(version, before.version)),
      )
    },
    also,
  }
}

export const putCase = (opened: Case, next: Head) =>
  put(CaseEntity.create({ ...opened, ...next, sites: [...opened.sites], row: caseRow(opened) }))

export const linkTip = (caseId: CaseId, tipId: TipId, joinedAt: string) =>
  put(CaseTipEntity.create({ caseId, tipId, joinedAt }))

export const unlinkTip = (caseId: CaseId, tipId: TipId) => remove(CaseTipEntity.delete({ caseId, tipId }))

export const pointSite = (site: string, campaign: string, caseId: CaseId) =>
  put(OpenCaseEntity.create({ site, campaign, caseId }))

/** Leads new tips of a site to another case, if it still points to the first. */
export const repointSite = (
  site: string,
  campaign: string,
  { from, to }: { readonly from: CaseId; readonly to: CaseId },
) =>
  update(
    OpenCaseEntity.patch({ site, campaign })
      .set({ caseId: to })
      .where(({ caseId }, { eq }) => eq(caseId, from)),
  )

/** Frees a site for a new case, if it still points to this one. */
export const freeSite = (site: string, campaign: string, caseId: CaseId) =>
  remove(
    OpenCaseEntity.remove({ site, campaign }).where((attributes, { eq }) => eq(attributes.caseId, caseId)),
  )

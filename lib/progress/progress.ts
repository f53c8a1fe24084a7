import type { AuditEvent } from "@/lib/audit"

/** What the reporters of a case may read of it. */
export const progressSteps = [
  "case-referred",
  "site-closed",
  "links-removed",
  "measure-reversed",
  "case-reopened",
  "closed-infringement-stopped",
  "closed-penalised",
  "closed-prosecuted",
  "closed-unfounded",
] as const
export type ProgressStep = (typeof progressSteps)[number]

/** Measures that anybody can see from outside, so that telling of them warns nobody. */
const visible: Readonly<Record<string, ProgressStep>> = {
  "websites-closed": "site-closed",
  "links-removed": "links-removed",
}

const isStep = (text: string): text is ProgressStep => progressSteps.some((step) => step === text)

/**
 * What an event of a case tells its reporters, or undefined where they learn nothing of it. That it was referred is
 * told, never to whom; that an authority acts, investigates, seizes or prosecutes is told by the outcome alone, since
 * a site's own operator may have reported it to learn of a running case (docs/decisions/0054).
 */
export const stepOf = (event: AuditEvent): ProgressStep | undefined => {
  switch (event.type) {
    case "case.referred":
      return "case-referred"
    case "case.reopened":
      return "case-reopened"
    case "case.closed": {
      const step = `closed-${event.data.outcome}`
      return isStep(step) ? step : undefined
    }
    case "measure.counted": {
      const step = visible[event.data.metric]
      return step && event.data.quantity < 0 ? "measure-reversed" : step
    }
    default:
      return undefined
  }
}

import { html } from "@/app/_document/html"
import { seeOther } from "@/app/_document/route/document-route"
import { reporterRoute } from "@/app/_document/route/reporter-route"
import { refuseOtherSites } from "@/app/_http/body"
import { renewUpload, storeOrigin } from "@/lib/evidence"
import { setting } from "@/lib/kernel/config"
import { getValve, isShut } from "@/lib/limits"
import { numberOf } from "@/lib/reporter"
import { EvidencePage } from "./evidence-page"
import { filesOf, openSlot, slotAmong } from "./slot"

export const dynamic = "force-dynamic"

export const GET = reporterRoute(async ({ request, locale, receipt, reporter }) => {
  const path = `/${locale}/report/evidence`
  const query = new URL(request.url).searchParams
  const sentId = query.get("sent")
  const [files, valve] = await Promise.all([filesOf(reporter, receipt.tipId), getValve(reporter, {})])
  const sent = files.find(({ evidenceId }) => evidenceId === sentId)
  const wanted = query.get("file")
  const next =
    files.find(({ evidenceId, state }) => evidenceId === wanted && state === "waiting") ?? slotAmong(files)
  const upload =
    next &&
    !isShut(valve.state, "uploads") &&
    (await renewUpload(reporter, {
      tipId: receipt.tipId,
      evidenceId: next.evidenceId,
      redirectTo: `${setting("SITE_URL")}${path}/sending?sent=${next.evidenceId}`,
    }))
  const page = (
    <EvidencePage
      locale={locale}
      tipId={receipt.tipId}
      number={numberOf(receipt.tipId)}
      code={receipt.code}
      files={files}
      upload={upload || undefined}
      valve={valve}
      uploadName={next?.name}
      isKnownByHash={next?.sha256 !== undefined}
      sent={sent && (sent.state === "waiting" ? "notArrived" : "arrived")}
    />
  )
  return html(page, { policy: { scripts: true, storeOrigin: await storeOrigin(), hasFrame: true } })
})

/** Asks for a place to send one more file to. */
export const POST = reporterRoute(async ({ request, locale, receipt, reporter }) => {
  refuseOtherSites(request)
  await openSlot(reporter, receipt.tipId)
  return seeOther(`/${locale}/report/evidence`)
})

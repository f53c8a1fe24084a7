import { html } from "@/app/_document/html"
import { seeOther } from "@/app/_document/route/document-route"
import { entryShown } from "@/app/_document/route/form-entry"
import { formRoute } from "@/app/_document/route/form-route"
import { refusing } from "@/app/_document/route/refusing"
import { ofReporter, reporterRoute } from "@/app/_document/route/reporter-route"
import { viewerOrigin } from "@/app/_http/viewer"
import { renewUpload, storeOrigin } from "@/lib/evidence"
import { setting } from "@/lib/kernel/config"
import { isShut, seeValve } from "@/lib/limits"
import { numberOf } from "@/lib/reporter"
import { EvidencePage } from "./evidence-page"
import { filesOf, openSlot, slotAmong } from "./slot"

export const dynamic = "force-dynamic"

export const GET = reporterRoute(async (call) => {
  const { request, locale, receipt, reporter } = call
  const path = `/${locale}/report/evidence`
  const query = new URL(request.url).searchParams
  const sentId = query.get("sent")
  const [files, valve, entry] = await Promise.all([
    filesOf(reporter, receipt.tipId),
    seeValve(reporter, {}),
    entryShown(call),
  ])
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
      isKept={receipt.isKept ?? false}
      files={files}
      upload={upload || undefined}
      valve={valve}
      entry={entry}
      uploadName={next?.name}
      isKnownByHash={next?.sha256 !== undefined}
      sent={sent && (sent.state === "waiting" ? "notArrived" : "arrived")}
    />
  )
  return html(page, { policy: { scripts: true, storeOrigin: await storeOrigin(), hasFrame: true } })
})

/** Asks for a place to send one more file to. */
export const POST = formRoute({
  name: "/report/evidence",
  page: "/report/evidence",
  send: ofReporter(async ({ request, locale, receipt, reporter }) => {
    await openSlot(reporter, receipt.tipId, viewerOrigin(request, reporter))
    return seeOther(`/${locale}/report/evidence`)
  }),
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")

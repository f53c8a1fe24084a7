import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import { Trail } from "@/app/admin/_ui/trail"
import { NoticeActs } from "@/app/admin/(staff)/notices/_parts/notice-acts"
import { NoticeChanges } from "@/app/admin/(staff)/notices/_parts/notice-changes"
import { NoticeEditor } from "@/app/admin/(staff)/notices/_parts/notice-editor"
import { NoticePreview } from "@/app/admin/(staff)/notices/_parts/notice-preview"
import { NoticeStatusBadge } from "@/app/admin/(staff)/notices/_parts/notice-status"
import { NoticeVersions } from "@/app/admin/(staff)/notices/_parts/notice-versions"
import { listCampaignFigures } from "@/lib/campaign"
import { editNotice, getNotice, noticeAfter, previewNotice } from "@/lib/notice"

const NoticePage = consolePage(async ({ ctx, person, locale, params }) => {
  const { notice, versions, published, events } = await getNotice(ctx, { slug: params.slug ?? "" })
  const { title, body } = notice
  const [{ figures, findings }, campaigns] = await Promise.all([
    previewNotice(ctx, { title, body, slug: notice.slug }),
    may(person, editNotice) ? listCampaignFigures(ctx, {}) : [],
  ])
  const t = wordsFor(locale, "consoleNotice")
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={title[locale]} />
        <NoticeStatusBadge locale={locale} status={notice.status} />
      </div>
      {may(person, editNotice) && noticeAfter(notice.status, "edit") ? (
        <NoticeEditor locale={locale} notice={notice} campaigns={campaigns} />
      ) : null}
      <NoticeActs locale={locale} person={person} notice={notice} findings={findings} />
      {published && notice.status !== "published" ? (
        <Section id="changes" title={t("changes", { number: notice.published })}>
          <NoticeChanges locale={locale} before={published} after={notice} />
        </Section>
      ) : null}
      <Section id="saved" title={t("asSaved")}>
        <NoticePreview locale={locale} text={notice} figures={figures} findings={findings} />
      </Section>
      <div className="columns">
        <Section id="trail" title={wordsFor(locale, "console")("trail.title")}>
          <Trail locale={locale} events={events} />
        </Section>
        <NoticeVersions locale={locale} slug={notice.slug} versions={versions} />
      </div>
    </>
  )
})
export default NoticePage

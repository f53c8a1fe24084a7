import { consolePage } from "@/app/_adapter/console-page"
import { Heading } from "@/app/_ui/heading"
import { may } from "@/app/_ui/may"
import { figuresOfAll } from "@/app/_ui/notice/figures-of-all"
import { NoticeActs } from "@/app/_ui/notice/notice-acts"
import { NoticeEditor } from "@/app/_ui/notice/notice-editor"
import { NoticePreview } from "@/app/_ui/notice/notice-preview"
import { NoticeStatusBadge } from "@/app/_ui/notice/notice-status"
import { NoticeVersions } from "@/app/_ui/notice/notice-versions"
import { Section } from "@/app/_ui/parts"
import { Trail } from "@/app/_ui/trail"
import { wordsFor } from "@/app/_words"
import { editNotice, getNotice, previewNotice } from "@/lib/notice"

const NoticePage = consolePage(async ({ ctx, person, locale, params }) => {
  const { notice, versions, events } = await getNotice(ctx, { slug: params.slug ?? "" })
  const { title, body } = notice
  const [figures, campaigns] = await Promise.all([
    previewNotice(ctx, { title, body }),
    may(person, editNotice) ? figuresOfAll(ctx) : [],
  ])
  const t = wordsFor(locale, "consoleNotice")
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={title[locale]} />
        <NoticeStatusBadge locale={locale} status={notice.status} />
      </div>
      {may(person, editNotice) && notice.status !== "in-review" ? (
        <NoticeEditor locale={locale} notice={notice} campaigns={campaigns} />
      ) : null}
      <NoticeActs locale={locale} person={person} notice={notice} />
      <Section id="saved" title={t("asSaved")}>
        <NoticePreview locale={locale} text={notice} figures={figures} />
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

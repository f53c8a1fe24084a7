import { redirect } from "next/navigation"
import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { Pager } from "@/app/admin/_ui/list/pager"
import { Tabs } from "@/app/admin/_ui/list/tabs"
import { homeOf } from "@/app/admin/_ui/shell/sections"
import { listTips, queues, tipStatuses } from "@/lib/tip"
import { QueueKeys } from "./tips/_parts/queue-keys"
import { QueueTable } from "./tips/_parts/queue-table"

const QueuePage = consolePage(async ({ ctx, person, locale, search }) => {
  const home = homeOf(person)
  if (home !== "/admin" && search.status === undefined) redirect(home)
  const status = tipStatuses.find((one) => one === search.status) ?? "received"
  const queue = queues.find((one) => one === search.queue) ?? "citizens"
  const { cursor } = search
  const { rows, next } = await listTips(ctx, { queue, status, cursor: cursor || undefined })
  const t = wordsFor(locale, "consoleTip")
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={t("queue")} />
        <QueueKeys
          words={{
            open: t("keys.open"),
            title: t("keys.title"),
            close: t("keys.close"),
            off: t("keys.off"),
            next: t("keys.next"),
            before: t("keys.before"),
            enter: t("keys.enter"),
            claim: t("keys.claim"),
            list: t("keys.list"),
          }}
        />
      </div>
      <Tabs
        label={t("byQueue")}
        current={queue}
        tabs={queues.map((key) => ({
          key,
          label: t(`queues.${key}`),
          href: `/admin?queue=${key}&status=${status}`,
        }))}
      />
      <Tabs
        label={t("byStatus")}
        current={status}
        tabs={tipStatuses.map((key) => ({
          key,
          label: t(`status.${key}`),
          href: `/admin?queue=${queue}&status=${key}`,
        }))}
      />
      <QueueTable locale={locale} now={ctx.now} person={person} rows={rows} />
      <Pager locale={locale} href="/admin" search={{ queue, status }} cursor={cursor} next={next} />
    </>
  )
})
export default QueuePage

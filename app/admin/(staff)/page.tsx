import { redirect } from "next/navigation"
import { wordsFor } from "@/app/_words"
import { consoleFilters } from "@/app/admin/_gate/console-filters"
import { consolePage } from "@/app/admin/_gate/console-page"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { Heading } from "@/app/admin/_ui/heading"
import { Pager } from "@/app/admin/_ui/list/pager"
import { Tabs } from "@/app/admin/_ui/list/tabs"
import { may } from "@/app/admin/_ui/may"
import { homeOf } from "@/app/admin/_ui/shell/sections"
import { To } from "@/app/admin/_ui/to"
import { listCampaigns } from "@/lib/campaign"
import { queueViews, takeNext, type View, type Views, views } from "@/lib/desk"
import { nextLook } from "@/lib/second-look"
import { getSettings } from "@/lib/settings"
import { listTips, queues, tipStatuses } from "@/lib/tip"
import { NewTips } from "./tips/_parts/new-tips"
import { filterIn, inAddress, QueueFilter, SavedFilters } from "./tips/_parts/queue-filter"
import { QueueTable } from "./tips/_parts/queue-table"
import { start } from "./tips/actions"

const QueuePage = consolePage(async ({ ctx, person, locale, search }) => {
  const home = homeOf(person)
  if (home !== "/admin" && search.status === undefined) redirect(home)
  const status = tipStatuses.find((one) => one === search.status) ?? "received"
  const queue = queues.find((one) => one === search.queue) ?? "citizens"
  const { cursor } = search
  const view = views.find((one) => one === search.view)
  const filter = filterIn(search)
  const [listed, attention, { entries }, campaigns] = await Promise.all([
    listTips(ctx, { queue, status, cursor: cursor || undefined, filter }),
    queueViews(ctx, { queue }),
    getSettings(ctx, {}),
    listCampaigns(ctx, {}),
  ])
  const { rows, next } = view ? { rows: attention.rows[view], next: undefined } : listed
  const t = wordsFor(locale, "consoleTip")
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={t("queue")} />
        {may(person, nextLook) ? (
          <To href="/admin/second-look">{wordsFor(locale, "consoleSecondLook")("title")}</To>
        ) : null}
      </div>
      {may(person, takeNext) ? (
        <ActionForm action={start} carries={{ queue }} className="inline">
          <Send kind="main" shortcut="s">
            {t("start")}
          </Send>
        </ActionForm>
      ) : null}
      {search.done === "all" ? <p role="status">{t("flow.empty")}</p> : null}
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
        label={t("byView")}
        current={view ?? ""}
        tabs={views.map((key) => ({
          key,
          label: `${t(`views.${key}`)} (${countText(attention, key)})`,
          href: `/admin?queue=${queue}&view=${key}`,
        }))}
      />
      <Tabs
        label={t("byStatus")}
        current={view ? "" : status}
        tabs={tipStatuses.map((key) => ({
          key,
          label: t(`status.${key}`),
          href: `/admin?queue=${queue}&status=${key}`,
        }))}
      />
      <SavedFilters locale={locale} saved={await consoleFilters()} />
      {view ? null : (
        <QueueFilter
          locale={locale}
          queue={queue}
          status={status}
          filter={filter}
          entries={entries}
          campaigns={campaigns.filter(({ state }) => state !== "past")}
        />
      )}
      {status === "received" && !view && !cursor ? (
        <NewTips
          queue={queue}
          since={ctx.now}
          words={{ text: t("arrived.text", { count: "{count}" }), show: t("arrived.show") }}
        />
      ) : null}
      <QueueTable locale={locale} now={ctx.now} person={person} rows={rows} entries={entries} />
      <Pager
        locale={locale}
        href="/admin"
        search={{ queue, status, ...inAddress(filter) }}
        cursor={cursor}
        next={next}
      />
    </>
  )
})
export default QueuePage

/** "200+" where only the oldest were looked through. Claims are all looked through. */
const countText = ({ rows, isMore }: Views, view: View) =>
  `${rows[view].length}${isMore && view !== "mine" && rows[view].length > 0 ? "+" : ""}`

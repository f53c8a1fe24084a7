import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { Heading } from "@/app/admin/_ui/heading"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { addKnownGood, type KnownGood, listKnownGood, removeKnownGood } from "@/lib/collateral"
import { add, remove } from "./actions"

const KnownGoodPage = consolePage(async ({ ctx, person, locale }) => {
  const t = wordsFor(locale, "consoleKnownGood")
  const { entries, builtIn, version } = await listKnownGood(ctx, {})
  const removal = {
    key: "remove",
    label: t("remove"),
    cell: ({ domain }: KnownGood) => (
      <ActionForm fold={t("remove")} action={remove} carries={{ version, domain }}>
        <Field name="reason" label={t("reason")} />
        <Send kind="danger">{t("remove")}</Send>
      </ActionForm>
    ),
  }
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={t("title")} />
        <To href="/admin/authorities">{t("toAuthorities")}</To>
      </div>
      <p className="quiet">{t("lead")}</p>
      <DataTable
        caption={t("title")}
        rows={entries}
        keyOf={({ domain }) => domain}
        empty={t("empty")}
        columns={[
          { key: "domain", label: t("domain"), cell: ({ domain }) => domain },
          { key: "reason", label: t("reason"), cell: ({ reason }) => reason },
          { key: "by", label: t("by"), cell: ({ addedBy }) => addedBy.name },
          { key: "at", label: t("at"), cell: ({ addedAt }) => <When locale={locale} at={addedAt} /> },
          ...(may(person, removeKnownGood) ? [removal] : []),
        ]}
      />
      {may(person, addKnownGood) ? (
        <Section id="add" title={t("add")}>
          <ActionForm action={add} carries={{ version }}>
            <Field name="domain" label={t("domain")} hint={t("domainHint")} />
            <Field name="reason" label={t("reason")} />
            <Send kind="main">{t("add")}</Send>
          </ActionForm>
        </Section>
      ) : null}
      <Section id="built-in" title={t("builtIn")}>
        <p className="quiet">{t("builtInNote")}</p>
        <p>{builtIn.join(" · ")}</p>
      </Section>
    </>
  )
})
export default KnownGoodPage

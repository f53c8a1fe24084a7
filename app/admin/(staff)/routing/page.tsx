import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { Heading } from "@/app/admin/_ui/heading"
import { may } from "@/app/admin/_ui/may"
import { Fold, Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { listAuthorities } from "@/lib/authority"
import { getRouting, listRuleSets, type Rule, saveRule, tryRules } from "@/lib/routing"
import { RuleForm } from "./_parts/rule-form"
import { RuleTable } from "./_parts/rule-table"
import { Tried } from "./_parts/tried"
import { discard, publish, remove } from "./actions"

const RoutingPage = consolePage(async ({ ctx, person, locale }) => {
  const t = wordsFor(locale, "consoleRouting")
  const [routing, versions, authorities] = await Promise.all([
    getRouting(ctx, {}),
    listRuleSets(ctx, {}),
    listAuthorities(ctx, {}),
  ])
  const { number, rules, draft, draftedBy, version } = routing
  const tried = draft ? await tryRules(ctx, {}) : undefined
  const canEdit = may(person, saveRule)
  const acts = (rule: Rule) =>
    canEdit ? (
      <>
        <RuleForm locale={locale} version={version} authorities={authorities} rule={rule} />
        <ActionForm action={remove} carries={{ version, ruleId: rule.ruleId }} className="inline">
          <Send kind="danger">{t("remove")}</Send>
        </ActionForm>
      </>
    ) : null
  const table = { locale, authorities }
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={t("title")} />
        <To href="/admin/authorities">{t("toAuthorities")}</To>
      </div>
      <p className="quiet">{t("lead")}</p>
      {draft ? (
        <Section id="draft" title={t("draft")}>
          {draftedBy ? <p className="hint">{t("draftedBy", { name: draftedBy.name })}</p> : null}
          <RuleTable {...table} caption={t("draft")} rules={draft} acts={acts} />
          {canEdit ? <RuleForm locale={locale} version={version} authorities={authorities} /> : null}
          {tried ? <Tried locale={locale} tried={tried} authorities={authorities} /> : null}
          {canEdit ? (
            <>
              <ActionForm action={publish} carries={{ version }} className="inline">
                <Send kind="main">{t("publish")}</Send>
              </ActionForm>
              <ActionForm action={discard} carries={{ version }} className="inline">
                <Send kind="danger">{t("discard")}</Send>
              </ActionForm>
            </>
          ) : null}
        </Section>
      ) : null}
      <Section id="in-force" title={t("inForce", { number })}>
        <RuleTable
          {...table}
          caption={t("inForce", { number })}
          rules={rules}
          acts={draft ? undefined : acts}
        />
        {canEdit && !draft ? <RuleForm locale={locale} version={version} authorities={authorities} /> : null}
      </Section>
      {versions.length > 0 ? (
        <Section id="versions" title={t("versions")}>
          {versions.map((one) => (
            <Fold
              key={one.number}
              title={`${t("version", { number: one.number })} · ${t("rules", { count: one.rules.length })}`}
            >
              <p className="hint">
                {t("published")} <When locale={locale} at={one.publishedAt} /> · {t("by")}{" "}
                {one.publishedBy.name}
              </p>
              <RuleTable {...table} caption={t("version", { number: one.number })} rules={one.rules} />
            </Fold>
          ))}
        </Section>
      ) : null}
    </>
  )
})
export default RoutingPage

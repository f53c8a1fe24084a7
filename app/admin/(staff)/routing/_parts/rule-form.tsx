import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Checks } from "@/app/admin/_ui/form/checks"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { save } from "@/app/admin/(staff)/routing/actions"
import { type Authority, inTree } from "@/lib/authority"
import { criminalThreshold, type Rule, siteKinds } from "@/lib/routing"
import { categories, earnings } from "@/lib/tip"

type Props = {
  readonly locale: Locale
  /** Of all rules, as they stand on the page. */
  readonly version: number
  readonly authorities: readonly Authority[]
  readonly rule?: Rule
}

const minima = ["tipsMin", "sitesMin", "gainMin", "worksMin"] as const

/** A rule to add, or to change; it goes into the draft. */
export const RuleForm = ({ locale, version, authorities, rule }: Props) => {
  const t = wordsFor(locale, "consoleRouting")
  const choices = wordsFor(locale, "choices")
  const when = rule?.when ?? {}
  return (
    <ActionForm
      fold={rule ? t("edit") : t("add")}
      action={save}
      carries={rule ? { version, ruleId: rule.ruleId } : { version }}
    >
      <Field name="rule.name.zh" label={t("nameZh")} lang="zh" initial={rule?.name.zh} />
      <Field name="rule.name.en" label={t("nameEn")} lang="en" initial={rule?.name.en} />
      <Field
        name="rule.to"
        kind="select"
        label={t("to")}
        initial={rule?.to}
        options={inTree(authorities).map(({ one, depth }) => ({
          value: one.authorityId,
          label: `${"　".repeat(depth)}${one.name[locale]}`,
        }))}
      />
      <Field
        name="rule.order"
        kind="number"
        label={t("order")}
        hint={t("orderHint")}
        initial={rule?.order.toString()}
      />
      <p className="hint">{t("conditionsHint")}</p>
      <Checks
        name="rule.when.categories"
        label={t("categories")}
        hint={t("optional")}
        options={categories.map((one) => ({
          name: `categories.${one}`,
          label: choices(`categories.${one}`),
          isTicked: when.categories?.includes(one),
        }))}
      />
      <Checks
        name="rule.when.kinds"
        label={t("kinds")}
        hint={t("optional")}
        options={siteKinds.map((one) => ({
          name: `kinds.${one}`,
          label: t(`kind.${one}`),
          isTicked: when.kinds?.includes(one),
        }))}
      />
      <Checks
        name="rule.when.earnings"
        label={t("earnings")}
        hint={t("optional")}
        options={earnings.map((one) => ({
          name: `earnings.${one}`,
          label: choices(`earnings.${one}`),
          isTicked: when.earnings?.includes(one),
        }))}
      />
      {minima.map((name) => (
        <Field
          key={name}
          name={`rule.when.${name}`}
          kind="number"
          label={t(name)}
          optional={t("optional")}
          initial={when[name]?.toString()}
        />
      ))}
      <Checks
        name="rule.when.isCriminal"
        label={t("isCriminal")}
        hint={t("optional")}
        options={[
          {
            name: "isCriminal",
            label: t("isCriminalLabel", criminalThreshold),
            isTicked: when.isCriminal,
          },
        ]}
      />
      <Send kind="main">{t("save")}</Send>
    </ActionForm>
  )
}

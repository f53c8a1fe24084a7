import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Checks } from "@/app/admin/_ui/form/checks"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import { merge, moveSome, unmerge } from "@/app/admin/(staff)/cases/actions"
import { type Case, type CaseTips, caseAfter, moveTips, nameOfCase, type Related } from "@/lib/case"
import type { Person } from "@/lib/kernel/actor"
import { clipped } from "@/lib/kernel/text"
import { numberOf } from "@/lib/reporter"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly found: Case
  /** Those that the page shows. */
  readonly tips: CaseTips
  readonly related: readonly Related[]
}

const excerptMax = 60

/** Puts together what belongs together: tips into another case or a new one, or a whole case into another. */
export const Regroup = ({ locale, person, found, tips, related }: Props) => {
  if (!may(person, moveTips)) return null
  const t = wordsFor(locale, "consoleCase")
  if (found.mergedInto)
    return (
      <Section id="regroup" title={t("regroup.title")}>
        <ActionForm
          fold={t("regroup.undoMerge")}
          action={unmerge}
          carries={{ caseId: found.caseId, version: found.version }}
        >
          <p className="hint">{t("regroup.undoMergeNote")}</p>
          <Field name="reason" kind="area" label={t("reason")} />
          <Send>{t("regroup.undoMerge")}</Send>
        </ActionForm>
      </Section>
    )
  if (!caseAfter(found.status, "join")) return null
  const own = tips.rows.filter(({ duplicateOf }) => duplicateOf === undefined)
  const numbers = related
    .filter(({ status, campaign }) => caseAfter(status, "join") && campaign === found.campaign)
    .map(nameOfCase)
  const carries = { caseId: found.caseId, version: found.version }
  return (
    <Section id="regroup" title={t("regroup.title")}>
      <ActionForm fold={t("regroup.move")} action={moveSome} carries={carries}>
        <Checks
          name="tipIds"
          label={t("regroup.tips")}
          hint={t("regroup.tipsHint")}
          options={own.map(({ tipId, targets, description }) => ({
            name: `tip ${tipId}`,
            label: `${numberOf(tipId)} · ${shownText(targets[0]?.text ?? "")} · ${clipped(description, excerptMax)}`,
          }))}
        />
        <Field
          name="to"
          label={t("regroup.to")}
          suggestions={numbers}
          hint={t("regroup.toHint")}
          optional={wordsFor(locale, "console")("form.optional")}
        />
        <Field name="reason" kind="area" label={t("reason")} />
        <Send>{t("regroup.move")}</Send>
      </ActionForm>
      <ActionForm fold={t("regroup.merge")} action={merge} carries={carries}>
        <p className="hint">{t("regroup.mergeNote")}</p>
        <Field name="to" label={t("regroup.to")} suggestions={numbers} />
        <Field name="reason" kind="area" label={t("reason")} />
        <Send kind="danger">{t("regroup.merge")}</Send>
      </ActionForm>
    </Section>
  )
}

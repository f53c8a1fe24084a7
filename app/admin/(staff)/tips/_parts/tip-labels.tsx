import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Checks } from "@/app/admin/_ui/form/checks"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Badge } from "@/app/admin/_ui/parts"
import { label } from "@/app/admin/(staff)/tips/actions"
import type { Person } from "@/lib/kernel/actor"
import { choosable, type Entry, entryOf } from "@/lib/settings"
import { labelTip, type Tip } from "@/lib/tip"

type LabelsProps = {
  readonly locale: Locale
  readonly labels: readonly string[] | undefined
  readonly entries: readonly Entry[]
}

/** The labels of a tip, in words; one that was taken out of the settings keeps its words. */
export const Labels = ({ locale, labels = [], entries }: LabelsProps) =>
  labels.map((code) => (
    <Badge key={code} tone="calm">
      {entryOf(entries, "label", code)?.name[locale] ?? code}
    </Badge>
  ))

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly tip: Tip
  readonly entries: readonly Entry[]
}

/** The form that marks a tip. Labels that it has stay to be chosen, also those that are no longer given. */
export const TipLabels = ({ locale, person, tip, entries }: Props) => {
  const t = wordsFor(locale, "consoleTip")
  const { tipId, version, labels = [] } = tip
  const kept = entries.filter(
    ({ kind, code, isRetired }) => kind === "label" && isRetired && labels.includes(code),
  )
  const options = [...choosable(entries, "label"), ...kept]
  if (!may(person, labelTip) || options.length === 0) return null
  return (
    <ActionForm fold={t("labels")} shortcut="l" action={label} carries={{ tipId, version }}>
      <Checks
        name="labels"
        label={t("labels")}
        hint={t("labelsHint")}
        options={options.map(({ code, name }) => ({
          name: `label ${code}`,
          label: name[locale],
          isTicked: labels.includes(code),
        }))}
      />
      <Send>{t("saveLabels")}</Send>
    </ActionForm>
  )
}

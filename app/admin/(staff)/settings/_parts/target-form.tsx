import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { target } from "@/app/admin/(staff)/settings/actions"
import type { Person } from "@/lib/kernel/actor"
import { type Settings, setTargets, weightNames } from "@/lib/settings"

type Props = { readonly locale: Locale; readonly person: Person; readonly settings: Settings }

const numbers = ["firstReviewHours", "decisionHours", "secondLookPercent"] as const

/** What the desk aims at, and what weighs how much in the priority of a tip. */
export const TargetForm = ({ locale, person, settings: { targets, version } }: Props) => {
  const t = wordsFor(locale, "consoleSettings")
  const number = (value: number) => formatFor(locale).number(value)
  return (
    <Section id="targets" title={t("targets.title")}>
      <Facts
        facts={[
          ...numbers.map((name) => [t(`targets.${name}`), number(targets[name])] as const),
          ...weightNames.map((name) => [t(`weights.${name}`), number(targets.weights[name])] as const),
        ]}
      />
      {may(person, setTargets) ? (
        <ActionForm fold={t("change")} action={target} carries={{ version }}>
          {numbers.map((name) => (
            <Field
              key={name}
              name={name}
              kind="number"
              label={t(`targets.${name}`)}
              initial={String(targets[name])}
            />
          ))}
          <p className="hint">{t("weightsHint")}</p>
          {weightNames.map((name) => (
            <Field
              key={name}
              name={`weights.${name}`}
              kind="number"
              label={t(`weights.${name}`)}
              initial={String(targets.weights[name])}
            />
          ))}
          <Send kind="main">{t("save")}</Send>
        </ActionForm>
      ) : null}
    </Section>
  )
}

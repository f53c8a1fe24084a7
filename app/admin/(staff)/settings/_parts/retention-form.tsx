import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { keep } from "@/app/admin/(staff)/settings/actions"
import type { Person } from "@/lib/kernel/actor"
import { retentionBounds, retentionNames, type Settings, setRetention } from "@/lib/settings"

type Props = { readonly locale: Locale; readonly person: Person; readonly settings: Settings }

/** How long things are kept that come from now on. */
export const RetentionForm = ({ locale, person, settings: { retention, version } }: Props) => {
  const t = wordsFor(locale, "consoleSettings")
  const number = (value: number) => formatFor(locale).number(value)
  return (
    <Section id="retention" title={t("retention.title")}>
      <p className="quiet">{t("retention.lead")}</p>
      <Facts facts={retentionNames.map((name) => [t(`retention.of.${name}`), number(retention[name])])} />
      {may(person, setRetention) ? (
        <ActionForm fold={t("change")} action={keep} carries={{ version }}>
          {retentionNames.map((name) => {
            const [min, max] = retentionBounds[name]
            return (
              <Field
                key={name}
                name={name}
                kind="number"
                label={t(`retention.of.${name}`)}
                hint={t("retention.hint", { min: number(min), max: number(max) })}
                initial={String(retention[name])}
              />
            )
          })}
          <Send kind="main">{t("save")}</Send>
        </ActionForm>
      ) : null}
    </Section>
  )
}

import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { limit } from "@/app/admin/(staff)/settings/actions"
import type { Person } from "@/lib/kernel/actor"
import { ownLimit } from "@/lib/limits"
import { limitBounds, limitNames, type Settings, setLimits } from "@/lib/settings"

type Props = { readonly locale: Locale; readonly person: Person; readonly settings: Settings }

/** How much the portal takes from one sender, or of one site; what was not set is the portal's own number. */
export const LimitsForm = ({ locale, person, settings: { limits, version } }: Props) => {
  const t = wordsFor(locale, "consoleSettings")
  const number = (value: number) => formatFor(locale).number(value)
  return (
    <Section id="limits" title={t("limits.title")}>
      <p className="quiet">{t("limits.lead")}</p>
      <Facts
        facts={limitNames.map((name) => [
          t(`limits.of.${name}`),
          limits[name] === undefined
            ? t("limits.own", { number: number(ownLimit(name)) })
            : number(limits[name]),
        ])}
      />
      {may(person, setLimits) ? (
        <ActionForm fold={t("change")} action={limit} carries={{ version }}>
          {limitNames.map((name) => {
            const [min, max] = limitBounds[name]
            return (
              <Field
                key={name}
                name={name}
                kind="number"
                label={t(`limits.of.${name}`)}
                hint={t("limits.hint", {
                  min: number(min),
                  max: number(max),
                  own: number(ownLimit(name)),
                })}
                optional={t("limits.optional")}
                initial={limits[name] === undefined ? "" : String(limits[name])}
              />
            )
          })}
          <Send kind="main">{t("save")}</Send>
        </ActionForm>
      ) : null}
    </Section>
  )
}

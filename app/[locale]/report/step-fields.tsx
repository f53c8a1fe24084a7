import { Checkbox } from "@/app/_document/checkbox"
import { Radios } from "@/app/_document/choices"
import { Field, Textarea } from "@/app/_document/form"
import { type Locale, wordsFor } from "@/app/_words"
import { offersNews } from "@/lib/reporter"
import { categories, descriptionMax, descriptionMin, earnings, targetsMax, urgencies } from "@/lib/tip"
import type { FieldError, Typed } from "./answers"
import type { FieldName, Step } from "./steps"

type Props = {
  readonly locale: Locale
  readonly step: Step
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** What one step asks for. A step of one question has it as its heading. */
export const StepFields = ({ locale, step, typed, errors }: Props) => {
  const t = wordsFor(locale, "report")
  const choice = wordsFor(locale, "choices")
  const field = (id: FieldName) => ({
    locale,
    id,
    label: t(`fields.${id}`),
    legend: t(`fields.${id}`),
    error: errors.find((one) => one.id === id)?.text,
    value: typed[id],
  })
  switch (step) {
    case "kind":
      return (
        <Radios
          {...field("category")}
          isHeading
          choices={categories.map((value) => ({ value, label: choice(`categories.${value}`) }))}
        />
      )
    case "where":
      return (
        <>
          <Textarea
            {...field("targets")}
            isHeading
            hint={t("fields.targetsHint", { max: targetsMax })}
            rows={4}
            spellCheck={false}
          />
          <div
            className="portal-understood"
            aria-live="polite"
            data-understood={`/${locale}/report/understood`}
          />
        </>
      )
    case "work":
      return (
        <>
          <h1 className="govuk-heading-l">{t("steps.work")}</h1>
          <Field {...field("work")} isOptional />
          <Field {...field("rightHolder")} hint={t("fields.rightHolderHint")} isOptional />
        </>
      )
    case "money":
      return (
        <>
          <h1 className="govuk-heading-l">{t("steps.money")}</h1>
          <Radios
            {...field("paysBy")}
            choices={earnings.map((value) => ({ value, label: choice(`earnings.${value}`) }))}
          />
          <Radios
            {...field("urgency")}
            value={typed.urgency ?? ""}
            choices={[
              ...urgencies.map((value) => ({ value, label: choice(`urgencies.${value}`) })),
              { value: "", label: t("urgencyNone") },
            ]}
          />
        </>
      )
    case "description":
      return (
        <Textarea
          {...field("description")}
          isHeading
          hint={t("fields.descriptionHint", {
            min: descriptionMin,
            chinese: Math.ceil(descriptionMin / 2),
            max: descriptionMax,
          })}
          rows={8}
        />
      )
    case "files":
      return (
        <Radios
          {...field("hasFiles")}
          isHeading
          hint={t("fields.hasFilesHint")}
          choices={(["yes", "no"] as const).map((value) => ({ value, label: t(value) }))}
        />
      )
    case "contact":
      return (
        <>
          <Field
            {...field("contact")}
            isHeading
            isOptional
            hint={t("fields.contactHint")}
            autoComplete="email"
          />
          {offersNews() ? (
            <Checkbox
              id="news"
              value="yes"
              label={t("fields.news")}
              hint={t("fields.newsHint")}
              isChecked={typed.news === "yes"}
            />
          ) : null}
        </>
      )
  }
}

import type { Locale } from "@/app/_words"
import { Field } from "@/app/admin/_ui/form/field"
import { choosable, type Entry } from "@/lib/settings"

type Props = { readonly locale: Locale; readonly label: string; readonly entries: readonly Entry[] }

/** Why a tip is declined, beside other decisions that need no reason. */
export const ReasonField = ({ locale, label, entries }: Props) => (
  <Field
    name="reason"
    kind="select"
    label={label}
    options={[
      { value: "", label: "–" },
      ...choosable(entries, "decline-reason").map(({ code, name }) => ({ value: code, label: name[locale] })),
    ]}
  />
)

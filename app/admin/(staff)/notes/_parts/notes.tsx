import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import { write } from "@/app/admin/(staff)/notes/actions"
import type { Person } from "@/lib/kernel/actor"
import { type Note, writeNote } from "@/lib/note"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly of: { readonly tipId: string } | { readonly caseId: string }
  readonly notes: readonly Note[]
}

/** What colleagues noted about a tip or a case, and the form for one more. */
export const Notes = ({ locale, person, of, notes }: Props) => {
  const t = wordsFor(locale, "console")
  return (
    <Section id="notes" title={t("notes.title")}>
      {notes.length === 0 ? <p className="empty">{t("notes.empty")}</p> : null}
      <ol className="trail">
        {notes.map(({ noteId, author, text, writtenAt }) => (
          <li key={noteId} data-actor="person">
            <strong>{shownText(author.name)}</strong> <When locale={locale} at={writtenAt} />
            <p className="typed">{shownText(text)}</p>
          </li>
        ))}
      </ol>
      {may(person, writeNote) ? (
        <ActionForm fold={t("notes.write")} shortcut="w" action={write} carries={{ ...of }}>
          <Field name="text" kind="area" label={t("notes.text")} hint={t("notes.hint")} />
          <Send>{t("notes.write")}</Send>
        </ActionForm>
      ) : null}
    </Section>
  )
}

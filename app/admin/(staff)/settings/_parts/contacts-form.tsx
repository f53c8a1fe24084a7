import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { contact } from "@/app/admin/(staff)/settings/actions"
import type { Person } from "@/lib/kernel/actor"
import { defaultContacts, type Settings, setContacts } from "@/lib/settings"

type Props = { readonly locale: Locale; readonly person: Person; readonly settings: Settings }

/** What the public reads at /contact. */
export const ContactsForm = ({ locale, person, settings: { contacts, version } }: Props) => {
  const t = wordsFor(locale, "consoleSettings")
  const { email, phone } = contacts ?? defaultContacts()
  return (
    <Section id="contacts" title={t("contacts.title")}>
      <p className="quiet">{t("contacts.lead")}</p>
      <Facts
        facts={[
          [t("contacts.email"), email || t("contacts.none")],
          [t("contacts.phone"), phone || t("contacts.none")],
        ]}
      />
      {may(person, setContacts) ? (
        <ActionForm fold={t("change")} action={contact} carries={{ version }}>
          <Field name="email" label={t("contacts.email")} optional={t("contacts.optional")} initial={email} />
          <Field name="phone" label={t("contacts.phone")} optional={t("contacts.optional")} initial={phone} />
          <Send kind="main">{t("save")}</Send>
        </ActionForm>
      ) : null}
    </Section>
  )
}

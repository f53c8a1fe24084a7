import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { To } from "@/app/admin/_ui/to"
import { ContactsForm } from "@/app/admin/(staff)/settings/_parts/contacts-form"
import { EntryTable } from "@/app/admin/(staff)/settings/_parts/entry-table"
import { LimitsForm } from "@/app/admin/(staff)/settings/_parts/limits-form"
import { RetentionForm } from "@/app/admin/(staff)/settings/_parts/retention-form"
import { TargetForm } from "@/app/admin/(staff)/settings/_parts/target-form"
import { entryKinds, getSettings } from "@/lib/settings"

const SettingsPage = consolePage(async ({ ctx, person, locale }) => {
  const settings = await getSettings(ctx, {})
  const t = wordsFor(locale, "consoleSettings")
  return (
    <>
      <Heading locale={locale} title={t("title")} />
      <p className="quiet">{t("lead")}</p>
      {(["campaigns", "authorities", "routing", "known-good", "health"] as const).map((place) => (
        <p key={place}>
          <To href={`/admin/${place}`}>{t(`places.${place}`)}</To>
        </p>
      ))}
      {entryKinds.map((kind) => (
        <EntryTable key={kind} locale={locale} person={person} kind={kind} settings={settings} />
      ))}
      <TargetForm locale={locale} person={person} settings={settings} />
      <LimitsForm locale={locale} person={person} settings={settings} />
      <RetentionForm locale={locale} person={person} settings={settings} />
      <ContactsForm locale={locale} person={person} settings={settings} />
    </>
  )
})
export default SettingsPage

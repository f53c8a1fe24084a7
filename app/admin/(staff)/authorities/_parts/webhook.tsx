import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import { endOlder, hook, second, unhook } from "@/app/admin/(staff)/authorities/actions"
import { type AuthorityRecord, channelFormats, setWebhook } from "@/lib/authority"
import type { Person } from "@/lib/kernel/actor"

type Props = { readonly locale: Locale; readonly person: Person; readonly authority: AuthorityRecord }

/** Where an authority's own system is told of referrals, and under which secrets. */
export const WebhookSection = ({ locale, person, authority }: Props) => {
  const t = wordsFor(locale, "consoleAuthority")
  const { authorityId, version, channel } = authority
  const seen = { authorityId, version }
  return (
    <Section id="webhook" title={t("webhook.title")}>
      <p className="hint">{t("webhook.lead")}</p>
      {channel ? (
        <Facts
          facts={[
            [
              t("webhook.url"),
              <code key="url" className="copy">
                {channel.url}
              </code>,
            ],
            [t("webhook.format"), t(`webhook.formats.${channel.format ?? "cloudevents"}`)],
            [t("webhook.since"), <When key="since" locale={locale} at={channel.since} />],
            [t("webhook.secret"), t("webhook.secrets", { count: channel.secrets.length })],
          ]}
        />
      ) : (
        <p className="empty">{t("webhook.none")}</p>
      )}
      {may(person, setWebhook) ? (
        <>
          <ActionForm fold={channel ? t("webhook.change") : t("webhook.set")} action={hook} carries={seen}>
            <Field name="url" label={t("webhook.url")} hint={t("webhook.urlHint")} initial={channel?.url} />
            <Field
              name="format"
              kind="select"
              label={t("webhook.format")}
              hint={t("webhook.formatHint")}
              initial={channel?.format ?? "cloudevents"}
              options={channelFormats.map((value) => ({ value, label: t(`webhook.formats.${value}`) }))}
            />
            <Send kind="main">{t("save")}</Send>
          </ActionForm>
          {channel ? <Secrets locale={locale} seen={seen} count={channel.secrets.length} /> : null}
        </>
      ) : null}
    </Section>
  )
}

type SecretsProps = {
  readonly locale: Locale
  readonly seen: { readonly authorityId: string; readonly version: number }
  readonly count: number
}

const Secrets = ({ locale, seen, count }: SecretsProps) => {
  const t = wordsFor(locale, "consoleAuthority")
  return (
    <>
      {/* It stays when there are two, since its answer is the new secret. */}
      <ActionForm fold={t("webhook.addSecret")} action={second} carries={seen}>
        <p className="hint">{t("webhook.addSecretNote")}</p>
        <Send>{t("webhook.addSecret")}</Send>
      </ActionForm>
      {count > 1 ? (
        <ActionForm action={endOlder} carries={seen} className="inline">
          <Send kind="danger">{t("webhook.endSecret")}</Send>
        </ActionForm>
      ) : null}
      <ActionForm fold={t("webhook.remove")} action={unhook} carries={seen}>
        <Send kind="danger">{t("webhook.remove")}</Send>
      </ActionForm>
    </>
  )
}

import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { Heading } from "@/app/admin/_ui/heading"
import { may } from "@/app/admin/_ui/may"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { AgencyKeys } from "@/app/admin/(staff)/authorities/_parts/agency-keys"
import { AuthorityFields } from "@/app/admin/(staff)/authorities/_parts/authority-fields"
import { DeliveryList } from "@/app/admin/(staff)/authorities/_parts/delivery-list"
import { WebhookSection } from "@/app/admin/(staff)/authorities/_parts/webhook"
import { edit } from "@/app/admin/(staff)/authorities/actions"
import { editAuthority, getAuthority, listAgencyKeys, listAuthorities, superiorsOf } from "@/lib/authority"
import { listDeliveries } from "@/lib/delivery"
import { outboxStates } from "@/lib/outbox"

const AuthorityPage = consolePage(async ({ ctx, person, locale, params, search }) => {
  const { id = "" } = params
  const { cursor } = search
  const state = outboxStates.find((one) => one === search.state) ?? "due"
  const authority = await getAuthority(ctx, { authorityId: id })
  const { authorityId, version, contact } = authority
  const [authorities, deliveries, keys] = await Promise.all([
    listAuthorities(ctx, {}),
    listDeliveries(ctx, { authorityId, state, cursor: cursor || undefined }),
    may(person, listAgencyKeys) ? listAgencyKeys(ctx, { authorityId }) : undefined,
  ])
  const t = wordsFor(locale, "consoleAuthority")
  const above = superiorsOf(authorities, authorityId).toReversed()
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={authority.name[locale]} />
        <To href="/admin/authorities">{t("back")}</To>
      </div>
      <Section id="authority" title={t("competence")}>
        <p>{authority.competence[locale]}</p>
        <Facts
          facts={[
            [t("id"), <code key="id">{authorityId}</code>],
            above.length > 0 ? [t("parent"), above.map(({ name }) => name[locale]).join(" › ")] : undefined,
            contact?.name ? [t("contactName"), contact.name] : undefined,
            contact?.phone ? [t("phone"), contact.phone] : undefined,
            contact?.email ? [t("email"), contact.email] : undefined,
          ]}
        />
        {may(person, editAuthority) ? (
          <ActionForm fold={t("edit")} action={edit} carries={{ authorityId, version }}>
            <AuthorityFields locale={locale} authorities={authorities} of={authority} />
            <Send kind="main">{t("save")}</Send>
          </ActionForm>
        ) : null}
      </Section>
      <WebhookSection locale={locale} person={person} authority={authority} />
      {keys ? <AgencyKeys locale={locale} person={person} authorityId={authorityId} keys={keys} /> : null}
      <DeliveryList
        locale={locale}
        person={person}
        authorityId={authorityId}
        state={state}
        rows={deliveries.rows}
        cursor={cursor}
        next={deliveries.next}
      />
    </>
  )
})
export default AuthorityPage

import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Section } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import type { DeliveryFile } from "@/lib/delivery"
import type { Person } from "@/lib/kernel/actor"
import type { Attempt } from "@/lib/outbox"
import { DeliveryStateBadge } from "./delivery-state"
import { HostReport } from "./host-report"
import { Replay } from "./replay"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly caseId: string
  readonly deliveries: readonly DeliveryFile[]
}

/** What the authority's own system was told of a referral, with every attempt and its answer. */
export const Deliveries = ({ locale, person, caseId, deliveries }: Props) => {
  const t = wordsFor(locale, "consoleAuthority")
  return (
    <Section id="deliveries" title={t("deliveries.title")}>
      {deliveries.length === 0 ? <p className="empty">{t("deliveries.none")}</p> : null}
      {deliveries.map((delivery) => (
        <article key={delivery.deliveryId}>
          <h3>
            {t(`deliveries.type.${delivery.type}`)}{" "}
            <DeliveryStateBadge locale={locale} state={delivery.state} />
          </h3>
          <p className="quiet">
            {t("deliveries.queued")} <When locale={locale} at={delivery.queuedAt} />
            {delivery.state === "due" ? (
              <>
                {" · "}
                {t("deliveries.next")} <When locale={locale} at={delivery.dueAt} />
              </>
            ) : null}
          </p>
          <HostReport locale={locale} person={person} caseId={caseId} delivery={delivery} />
          <Attempts locale={locale} attempts={delivery.attempts} />
          <Replay locale={locale} person={person} delivery={delivery} />
        </article>
      ))}
    </Section>
  )
}

const Attempts = ({ locale, attempts }: { locale: Locale; attempts: readonly Attempt[] }) => {
  const t = wordsFor(locale, "consoleAuthority")
  if (attempts.length === 0) return null
  return (
    <DataTable
      caption={t("deliveries.attempts")}
      rows={attempts}
      keyOf={({ number }) => String(number)}
      empty=""
      columns={[
        { key: "number", label: t("deliveries.attempt"), cell: ({ number }) => number },
        { key: "at", label: t("deliveries.at"), cell: ({ at }) => <When locale={locale} at={at} /> },
        {
          key: "took",
          label: t("deliveries.took"),
          cell: ({ tookMs }) => t("deliveries.ms", { ms: tookMs }),
        },
        {
          key: "answer",
          label: t("deliveries.answer"),
          cell: ({ status, error, text }) => (
            <>
              {error ? errorText(locale, error) : `HTTP ${status}`}
              {text ? <code className="under">{shownText(text)}</code> : null}
            </>
          ),
        },
      ]}
    />
  )
}

const known = ["timeout", "address-not-public", "not-https", "no-webhook"] as const

const errorText = (locale: Locale, error: string) => {
  const t = wordsFor(locale, "consoleAuthority")
  const name = known.find((one) => one === error)
  return name ? t(`deliveries.errors.${name}`) : t("deliveries.errors.other", { code: error })
}

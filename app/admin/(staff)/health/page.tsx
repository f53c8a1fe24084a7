import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { may } from "@/app/admin/_ui/may"
import { Badge, Facts, Section } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import { listDeadLetters } from "@/lib/dead-letter"
import { checkStores } from "@/lib/evidence"
import { getValve, seeBytes } from "@/lib/limits"
import { listParkedMails } from "@/lib/reporter"
import { listQueues } from "@/lib/waiting"
import packageJson from "@/package.json"
import { DeadLetters } from "./_parts/dead-letters"
import { EvidenceLimits } from "./_parts/evidence-limits"
import { ParkedMails } from "./_parts/parked-mails"
import { Queues } from "./_parts/queues"
import { ValveControl } from "./_parts/valve-control"

const HealthPage = consolePage(async ({ ctx, person, locale }) => {
  const t = wordsFor(locale, "consoleDesk")
  const [stores, valve, bytes] = await Promise.all([
    checkStores(ctx, {}),
    getValve(ctx, {}),
    seeBytes(ctx, {}),
  ])
  const startedAt = new Date(Date.now() - process.uptime() * 1000).toISOString()
  const state = (name: keyof typeof stores) => (
    <Badge key={name} tone={stores[name] === "reachable" ? "good" : "bad"}>
      {t(`health.states.${stores[name]}`)}
    </Badge>
  )
  return (
    <>
      <Heading locale={locale} title={t("health.title")} />
      <Section id="stores" title={t("health.stores")}>
        <Facts
          facts={[
            [t("health.table"), state("table")],
            [t("health.bucket"), state("bucket")],
          ]}
        />
      </Section>
      <ValveControl locale={locale} person={person} valve={valve} />
      <EvidenceLimits locale={locale} seen={bytes} />
      <Section id="version" title={t("health.version")}>
        <Facts
          facts={[
            [t("health.version"), packageJson.version],
            [t("health.node"), process.versions.node],
            [t("health.started"), <When key="at" locale={locale} at={startedAt} />],
            [t("health.check"), <code key="check">/api/health/ready</code>],
          ]}
        />
      </Section>
      {may(person, listQueues) ? <Queues locale={locale} {...(await listQueues(ctx, {}))} /> : null}
      {may(person, listParkedMails) ? (
        <ParkedMails locale={locale} person={person} {...(await listParkedMails(ctx, {}))} />
      ) : null}
      {may(person, listDeadLetters) ? (
        <DeadLetters locale={locale} person={person} letters={await listDeadLetters(ctx, {})} />
      ) : null}
    </>
  )
})
export default HealthPage

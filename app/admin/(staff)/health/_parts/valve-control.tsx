import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Badge, Facts, Fold, Section } from "@/app/admin/_ui/parts"
import { open, shut } from "@/app/admin/(staff)/health/actions"
import type { Person } from "@/lib/kernel/actor"
import { openValve, type Valve } from "@/lib/limits"

type Props = { readonly locale: Locale; readonly person: Person; readonly valve: Valve }

/** Whether the public may report and send files, and for administrators the way to change it. */
export const ValveControl = ({ locale, person, valve }: Props) => {
  const t = wordsFor(locale, "consoleDesk")
  const { state, message, version } = valve
  const isOpen = state === "open"
  return (
    <Section id="valve" title={t("valve.title")}>
      <Facts
        facts={[
          [
            t("valve.state"),
            <Badge key="state" tone={isOpen ? "good" : "bad"}>
              {t(`valve.states.${state}`)}
            </Badge>,
          ],
          message ? [t("valve.message"), message[locale]] : undefined,
        ]}
      />
      {may(person, openValve) ? (
        <>
          {isOpen ? null : (
            <ActionForm action={open} carries={{ version }} className="inline">
              <Send kind="main">{t("valve.open")}</Send>
            </ActionForm>
          )}
          <Fold title={t("valve.shut")}>
            <ActionForm action={shut} carries={{ version }}>
              <p className="hint">{t("valve.note")}</p>
              <Field
                name="message.zh"
                kind="area"
                label={t("valve.zh")}
                lang="zh"
                initial={message?.zh ?? ""}
              />
              <Field
                name="message.en"
                kind="area"
                label={t("valve.en")}
                lang="en"
                initial={message?.en ?? ""}
              />
              <Send intent="uploads-shut">{t("valve.shutUploads")}</Send>{" "}
              <Send intent="reports-shut" kind="danger">
                {t("valve.shutReports")}
              </Send>
            </ActionForm>
          </Fold>
        </>
      ) : null}
    </Section>
  )
}

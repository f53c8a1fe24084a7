import { Document } from "@/app/_document/document"
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Inset,
  SummaryList,
  Tag,
  type TagColour,
} from "@/app/_document/parts"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { Shut } from "@/app/_document/shut"
import { type Locale, wordsFor } from "@/app/_words"
import { DateText } from "@/app/_words/date-text"
import { FileList } from "@/app/[locale]/report/evidence/file-list"
import { placesLeft, type SentFile } from "@/app/[locale]/report/evidence/slot"
import { isShut, type Valve } from "@/lib/limits"
import type { Followed } from "@/lib/reporter"
import type { FollowedReward } from "@/lib/reward"
import { AppealPart } from "./appeal-part"
import { ContactPart } from "./contact-part"
import { type Deed, Did } from "./did"
import { answerForm, appealForm, entryOf, followErrors } from "./follow-forms"
import { RewardPart } from "./reward-part"
import { AnswerForm, Conversation } from "./talk"
import { WithdrawPart } from "./withdraw-part"

const colours: Readonly<Record<Followed["status"], TagColour>> = {
  received: "blue",
  screening: "blue",
  "awaiting-reporter": "yellow",
  accepted: "green",
  declined: "grey",
  duplicate: "teal",
  withdrawn: "grey",
}

type Props = {
  readonly locale: Locale
  readonly followed: Followed
  readonly reward: FollowedReward
  readonly files: readonly SentFile[]
  readonly valve: Valve
  /** Of a form of this page that was not taken. */
  readonly entry?: ShownEntry | undefined
  readonly did?: Deed | undefined
}

/** What became of a report, in plain words. The code is not repeated here. */
export const FollowedPage = ({ locale, followed, reward, files, valve, entry, did }: Props) => {
  const t = wordsFor(locale, "follow")
  const { status, declined, declinedText, messages, questionId } = followed
  const [answer, appeal] = [entryOf(entry, answerForm), entryOf(entry, appealForm)]
  const errors = followErrors(locale, entry)
  const question = messages.find(({ messageId }) => messageId === questionId)
  // What was typed for what is closed meanwhile stays on the page, to be copied.
  const lost = question ? undefined : answer?.typed.answer
  const lostAppeal = followed.appealBy ? undefined : appeal?.typed.appeal
  return (
    <Document
      locale={locale}
      path="/follow"
      title={t("reportTitle", { number: followed.number })}
      isPrivate
      hasErrors={errors.length > 0}
      entry={entry}
    >
      <ErrorSummary locale={locale} errors={errors} />
      <h1 className="govuk-heading-l">{t("reportTitle", { number: followed.number })}</h1>
      <Did locale={locale} did={did} />
      <Inset>
        <Tag colour={colours[status]}>{t(`status.${status}.tag`)}</Tag>
        <p className="govuk-body">{t(`status.${status}.text`)}</p>
        {declined ? <p className="govuk-body">{followed.wording || declinedText?.[locale]}</p> : null}
      </Inset>
      {followed.appealBy ? (
        <AppealPart locale={locale} until={followed.appealBy} errors={errors} entry={appeal} />
      ) : null}
      {question ? (
        <AnswerForm
          locale={locale}
          question={question}
          answerBy={followed.answerBy}
          errors={errors}
          entry={answer}
        />
      ) : null}
      <Lost id="answer" text={lost} />
      <Lost id="appeal" text={lostAppeal} />
      <SummaryList
        rows={[
          { key: t("received"), value: <DateText locale={locale} at={followed.receivedAt} /> },
          {
            key: wordsFor(locale, "report")("short.targets"),
            value: <span className="portal-typed">{typedTargets(followed)}</span>,
          },
          {
            key: wordsFor(locale, "report")("short.category"),
            value: wordsFor(locale, "choices")(`categories.${followed.category}`),
          },
          {
            key: wordsFor(locale, "report")("short.description"),
            value: <span className="portal-typed">{followed.description}</span>,
          },
        ]}
      />
      <h2 className="govuk-heading-m">{t("timeline")}</h2>
      <ol className="govuk-list govuk-list--spaced">
        {followed.steps.map(({ at, step, evidenceId }) => (
          <li key={`${at} ${step} ${evidenceId}`}>
            <strong>
              <DateText locale={locale} at={at} />
            </strong>
            <br />
            {t(`steps.${step}`)}
          </li>
        ))}
      </ol>
      <RewardPart locale={locale} reward={reward} />
      <Conversation locale={locale} messages={messages.filter((one) => one !== question)} />
      <h2 className="govuk-heading-m">{t("evidence")}</h2>
      <Files locale={locale} status={status} files={files} valve={valve} />
      <p className="govuk-body">
        <a className="govuk-link" href={`/${locale}/report/statement`} download>
          {t("statement")}
        </a>
      </p>
      {followed.isLogged ? (
        <p className="govuk-body">
          <a className="govuk-link" href={`/${locale}/report/proof`} download>
            {t("proof")}
          </a>
        </p>
      ) : null}
      {followed.canWithdraw ? <WithdrawPart locale={locale} /> : null}
      {followed.hasContact ? <ContactPart locale={locale} news={followed.news} /> : null}
      <form method="post" action={`/${locale}/follow/close`}>
        <Button kind="secondary">{t("close")}</Button>
        <p className="govuk-hint">{t("closeHint")}</p>
      </form>
    </Document>
  )
}

const Lost = ({ id, text }: { id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <Inset>
      <p className="govuk-body portal-typed" id={id}>
        {text}
      </p>
    </Inset>
  )

/** What was reported, as it was typed. */
const typedTargets = ({ targets }: Followed) =>
  [...new Set(targets.map(({ typed, text }) => typed ?? text))].join("\n")

type FilesProps = Pick<Props, "locale" | "files" | "valve"> & Pick<Followed, "status">

const Files = ({ locale, status, files, valve }: FilesProps) => {
  const path = `/${locale}/report/evidence`
  if (status === "withdrawn") return <FileList locale={locale} files={files} />
  if (isShut(valve.state, "uploads"))
    return (
      <>
        <FileList locale={locale} files={files} />
        <Shut locale={locale} valve={valve} isSaved />
      </>
    )
  return (
    <>
      <FileList locale={locale} files={files} resumePath={path} />
      {placesLeft(files) > 0 ? (
        <ButtonLink href={path} kind="secondary">
          {wordsFor(locale, "follow")("addFiles")}
        </ButtonLink>
      ) : null}
    </>
  )
}

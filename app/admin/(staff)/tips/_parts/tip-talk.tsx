import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { Section } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import type { TipFile } from "@/lib/tip"

type Props = { readonly locale: Locale; readonly messages: TipFile["messages"] }

/** What was asked of the reporter and answered. The asker's name is for the staff alone. */
export const TipTalk = ({ locale, messages }: Props) => {
  const t = wordsFor(locale, "consoleTip")
  return (
    <Section id="talk" title={t("talk")}>
      {messages.length === 0 ? <p className="empty">{t("noTalk")}</p> : null}
      <ol className="trail">
        {messages.map(({ messageId, from, author, text, sentAt }) => (
          <li key={messageId} data-actor={from === "moderator" ? "person" : "reporter"}>
            <strong>{author?.name ?? t("reporter")}</strong> <When locale={locale} at={sentAt} />
            <p className="typed">{shownText(text)}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

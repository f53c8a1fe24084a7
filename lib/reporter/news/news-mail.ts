import type { Mail } from "@/lib/store/mail"
import type { News } from "./news"

/**
 * What a reporter is mailed: that there is news, and where to read it. Nothing of the report, not even its number, so
 * that who reads over a shoulder, or another's mailbox, learns no more than that somebody wrote to the portal.
 */
export const newsMail = (siteUrl: string, { locale, stopKey }: Pick<News, "locale" | "stopKey">) => {
  const followUrl = `${siteUrl}/${locale}/follow`
  const unsubscribeUrl = `${followUrl}/news/stop?key=${stopKey}`
  return { ...texts[locale](followUrl, unsubscribeUrl), unsubscribeUrl } satisfies Omit<Mail, "to">
}

const texts = {
  en: (followUrl: string, unsubscribeUrl: string) => ({
    subject: "There is news for you",
    text: `There is news on what you sent us.

To read it, open this page and enter the number and the secret code that you kept:
${followUrl}

We never ask for the code by e-mail. Please do not answer: nobody reads this address.

You asked for these e-mails. To stop them:
${unsubscribeUrl}
`,
  }),
  zh: (followUrl: string, unsubscribeUrl: string) => ({
    subject: "您有一条新消息",
    text: `您提交的内容有了新进展。

请打开以下页面，凭您保存的编号和查询码查看：
${followUrl}

我们不会通过邮件索要查询码。请勿回复，此邮箱无人查收。

这封邮件是应您的要求发送的。如不再需要，请打开：
${unsubscribeUrl}
`,
  }),
} as const

import { setting } from "@/lib/kernel/config"

export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Where mail programs unsubscribe with one POST (RFC 8058). */
  readonly unsubscribeUrl: string
}

/** SMTP's answer to a recipient that it will never take. */
const isForever = (code: unknown) => typeof code === "number" && code >= 500

const timeoutMs = 10_000

/** Loaded where mail is sent, and not with all that could send some. */
const transport = async (mail: string) => {
  const { createTransport } = await import("nodemailer")
  if (mail !== "ses")
    return createTransport({
      url: mail,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
    })
  const { SESv2Client, SendEmailCommand } = await import("@aws-sdk/client-sesv2")
  return createTransport({ SES: { sesClient: new SESv2Client({}), SendEmailCommand } })
}

/** By the setting that names it. */
const opened = new Map<string, ReturnType<typeof transport>>()

const transportNow = () => {
  const mail = setting("MAIL")
  const known = opened.get(mail) ?? transport(mail)
  opened.set(mail, known)
  return known
}

/** What came of handing a mail over, without the address in it. */
export type MailAnswer = {
  readonly verdict: "taken" | "later" | "never"
  /** Of SMTP, where it answered. */
  readonly status?: number
  /** Why it was not taken. */
  readonly error?: string
}

/**
 * Hands a mail to the server that passes it on.
 * @returns `never` when this recipient will never be taken; SES takes any, and tells of a bounce elsewhere
 * @throws never; what went wrong is in the answer
 */
export const sendMail = async ({ to, subject, text, unsubscribeUrl }: Mail): Promise<MailAnswer> => {
  try {
    const mailer = await transportNow()
    await mailer.sendMail({
      from: setting("MAIL_FROM"),
      to,
      subject,
      text,
      headers: {
        "List-Unsubscribe": `<${unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
      },
    })
    return { verdict: "taken" }
  } catch (error) {
    return answerOf(error as Failure)
  }
}

/** SMTP's errors have a code, those of SES a name. */
type Failure = { readonly code?: unknown; readonly name?: unknown; readonly responseCode?: unknown }

const answerOf = ({ code, name, responseCode: status }: Failure): MailAnswer => ({
  verdict: code === "EENVELOPE" && isForever(status) ? "never" : "later",
  ...(typeof status === "number" ? { status } : {}),
  error: String(code ?? name),
})

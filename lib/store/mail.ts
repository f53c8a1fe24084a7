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
const transport = async () => {
  const { createTransport } = await import("nodemailer")
  const mail = setting("MAIL")
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

let opened: ReturnType<typeof transport> | undefined

/**
 * Hands a mail to the server that passes it on.
 * @returns `refused` when this recipient will never be taken; SES takes any, and tells of a bounce elsewhere
 * @throws {Error} without the address in it, when it may go better later
 */
export const sendMail = async ({ to, subject, text, unsubscribeUrl }: Mail): Promise<"sent" | "refused"> => {
  opened ??= transport()
  const mailer = await opened
  try {
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
    return "sent"
  } catch (error) {
    const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown }
    if (code === "EENVELOPE" && isForever(responseCode)) return "refused"
    throw new Error(`no mail could be sent: ${code ?? "unknown"} ${responseCode ?? ""}`.trim())
  }
}

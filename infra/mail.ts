/// <reference path="../.sst/platform/config.d.ts" />
// Without a sender no mail leaves, and the portal offers none.

const sender = process.env.MAIL_SENDER

const email = sender ? new sst.aws.Email("Mail", { sender }) : undefined

export const mailSettings: Record<string, string> = sender
  ? { MAIL: "ses", MAIL_FROM: sender }
  : { MAIL: "none" }

/** By the portal's own address only, raw because headers of its own are needed. */
export const sendMail = email && {
  actions: ["ses:SendEmail", "ses:SendRawEmail"],
  resources: [email.nodes.identity.arn, email.nodes.configurationSet.arn],
}

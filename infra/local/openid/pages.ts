import { createHash } from "node:crypto"
import { type DemoAccount, emailOf } from "./accounts"
import { type Language, words } from "./words"

const style = `
:root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif }
body { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { font-size: 1.5rem; line-height: 1.3 }
ul { list-style: none; padding: 0 }
li + li { margin-top: .5rem }
button { font: inherit; width: 100%; min-height: 3rem; padding: .5rem 1rem; text-align: start; cursor: pointer; border: 1px solid GrayText; border-radius: .25rem; background: Canvas; color: CanvasText }
button:hover { border-color: LinkText }
:focus-visible { outline: 3px solid LinkText; outline-offset: 2px }
small { display: block }
.row { display: flex; gap: .5rem }
`

const styleHash = createHash("sha256").update(style).digest("base64")

/** No script anywhere. A form's answer may lead back to the portal, so its redirects must be allowed too. */
export const policyFor = (siteUrl: string) =>
  [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action 'self' ${new URL(siteUrl).origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ")

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

const page = (language: Language, title: string, body: string) => `<!doctype html>
<html lang="${words[language].lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`

const accountItem = (language: Language, uid: string) => (account: DemoAccount) => {
  const { as, authority, roles } = words[language]
  const roleNames = account.roles.map((role) => roles[role]).join(", ")
  const where = account.authority ? ` · ${authority}: ${account.authority}` : ""
  return `<li><form method="post" action="/interaction/${escaped(uid)}/${account.id}">
<button><span>${as} <strong>${escaped(account.name[language])}</strong></span>
<small>${escaped(`${emailOf(account)} · ${roleNames}${where}`)}</small></button>
</form></li>`
}

export const signInPage = (language: Language, uid: string, accounts: readonly DemoAccount[]) => {
  const { signIn, signInHelp, other } = words[language]
  const otherLanguage = language === "zh" ? "en" : "zh"
  return page(
    language,
    signIn,
    `<p><a href="?lang=${otherLanguage}" lang="${words[otherLanguage].lang}" hreflang="${otherLanguage}">${other}</a></p>
<p>${escaped(signInHelp)}</p>
<ul>
${accounts.map(accountItem(language, uid)).join("\n")}
</ul>`,
  )
}

/** `form` is the provider's own, with its token against forged requests; the buttons name it. */
export const signOutPage = (language: Language, form: string) => {
  const { signOut, signOutHelp, signOutYes, signOutNo } = words[language]
  return page(
    language,
    signOut,
    `<p>${escaped(signOutHelp)}</p>
${form}
<p class="row"><button form="op.logoutForm" name="logout" value="yes">${signOutYes}</button>
<button form="op.logoutForm">${signOutNo}</button></p>`,
  )
}

const noticePage =
  (title: "signedOut" | "failed", help: "signedOutHelp" | "failedHelp") =>
  (language: Language, siteUrl: string) =>
    page(
      language,
      words[language][title],
      `<p>${escaped(words[language][help])}</p>
<p><a href="${escaped(siteUrl)}">${words[language].back}</a></p>`,
    )

export const signedOutPage = noticePage("signedOut", "signedOutHelp")
export const failedPage = noticePage("failed", "failedHelp")

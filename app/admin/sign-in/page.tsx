import { wordsFor } from "@/app/_words"
import { consoleLocale } from "@/app/admin/_gate/console-locale"
import { safeReturn } from "@/app/admin/_gate/sign-in"
import { PlainForm } from "@/app/admin/_ui/form/plain-form"
import { Heading } from "@/app/admin/_ui/heading"
import { signInNow } from "@/app/admin/_ui/session"
import { LanguageSwitch } from "@/app/admin/_ui/shell/shell"

type Props = {
  readonly searchParams: Promise<{ readonly to?: string; readonly error?: string; readonly ended?: string }>
}

const SignInPage = async ({ searchParams }: Props) => {
  const { to, error, ended } = await searchParams
  const locale = await consoleLocale()
  const t = wordsFor(locale, "console")
  return (
    <main className="door" id="main">
      <Heading locale={locale} title={t("signIn.title")} />
      {error ? (
        <p className="problem" role="alert">
          {error === "AccessDenied" ? t("signIn.noRole") : t("signIn.failed")}
        </p>
      ) : null}
      {ended ? <p role="status">{t("signIn.ended")}</p> : null}
      <p>{t("signIn.lead")}</p>
      <PlainForm action={signInNow}>
        <input type="hidden" name="to" value={safeReturn(to)} />
        <button type="submit" className="main">
          {t("signIn.go")}
        </button>
      </PlainForm>
      <p className="quiet">{t("signIn.note")}</p>
      <div className="door-foot">
        <a href={`/${locale}`}>{t("signIn.public")}</a>
        <LanguageSwitch locale={locale} />
      </div>
    </main>
  )
}
export default SignInPage

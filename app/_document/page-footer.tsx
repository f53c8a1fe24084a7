import { type Locale, wordsFor } from "@/app/_words"
import { setting } from "@/lib/kernel/config"

export const PageFooter = ({ locale }: { locale: Locale }) => {
  const t = wordsFor(locale, "common")
  const registration = setting("SITE_REGISTRATION")
  return (
    <footer className="portal-footer">
      <div className="govuk-width-container">
        <nav aria-label={t("footer.navigation")}>
          <ul className="portal-footer__links">
            {(["about", "help", "contact"] as const).map((name) => (
              <li key={name}>
                <a href={`/${locale}/${name}`}>{wordsFor(locale, "about")(`${name}.title`)}</a>
              </li>
            ))}
            <li>
              <a href={`/${locale}/receipt/verify`}>{t("footer.verify")}</a>
            </li>
            <li>
              <a href={`/${locale}/sites/check`}>{wordsFor(locale, "siteCheck")("title")}</a>
            </li>
            <li>
              <a href={`/${locale}/right-holders`}>{t("footer.rightHolders")}</a>
            </li>
            <li>
              <a href={`/${locale}/privacy`}>{t("footer.privacy")}</a>
            </li>
            <li>
              <a href={`/${locale}/accessibility`}>{t("footer.accessibility")}</a>
            </li>
            <li>
              <a href={`/${locale}/notices/feed.xml`}>{t("footer.feed")}</a>
            </li>
            <li>
              <a href="/admin">{t("footer.staff")}</a>
            </li>
          </ul>
        </nav>
        <p className="portal-footer__note">{t("footer.note")}</p>
        {registration === "" ? null : <p className="portal-footer__note">{registration}</p>}
      </div>
    </footer>
  )
}

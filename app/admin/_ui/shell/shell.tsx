import type { ReactNode } from "react"
import { type Locale, wordsFor } from "@/app/_words"
import { PlainForm } from "@/app/admin/_ui/form/plain-form"
import { may } from "@/app/admin/_ui/may"
import { endSessionNow, switchLanguage } from "@/app/admin/_ui/session"
import { shown } from "@/app/admin/_ui/shown"
import { findAnything } from "@/lib/desk"
import type { Person } from "@/lib/kernel/actor"
import { FindBox } from "./find-box"
import { keyWords, paletteWords } from "./key-words"
import { Keys } from "./keys"
import { Palette } from "./palette"
import { SectionLink } from "./section-link"
import { sectionsOf } from "./sections"

type Props = { readonly locale: Locale; readonly person: Person; readonly children: ReactNode }

export const Shell = ({ locale, person, children }: Props) => {
  const t = wordsFor(locale, "console")
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header className="bar">
        <p className="brand">{t("brand")}</p>
        <div className="who">
          {may(person, findAnything) ? <FindBox label={t("find.label")} /> : null}
          <Palette words={paletteWords(locale)} />
          <Keys words={keyWords(locale)} />
          <span>
            <strong>{shown(person.name)}</strong>
            <span className="quiet">
              {" "}
              {person.roles.map((role) => t(`roles.${role}.name`)).join(t("and"))}
            </span>
          </span>
          <LanguageSwitch locale={locale} />
          <PlainForm action={endSessionNow}>
            <button className="plain" type="submit">
              {t("signOut")}
            </button>
          </PlainForm>
        </div>
        <nav className="links" aria-label={t("navigation")}>
          <ul>
            {sectionsOf(person).map(({ key, href }) => (
              <li key={key}>
                <SectionLink href={href}>{t(`sections.${key}`)}</SectionLink>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

export const LanguageSwitch = ({ locale }: { locale: Locale }) => {
  const other = locale === "zh" ? "en" : "zh"
  return (
    <PlainForm action={switchLanguage}>
      <input type="hidden" name="locale" value={other} />
      <button className="plain" type="submit" lang={other === "zh" ? "zh-Hans" : "en"}>
        {wordsFor(locale, "common")("otherLanguage")}
      </button>
    </PlainForm>
  )
}

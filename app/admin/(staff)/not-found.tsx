import { wordsFor } from "@/app/_words"
import { consoleLocale } from "@/app/admin/_gate/console-locale"
import { staffContext } from "@/app/admin/_gate/session"
import { Heading } from "@/app/admin/_ui/heading"
import { homeOf } from "@/app/admin/_ui/shell/sections"
import { To } from "@/app/admin/_ui/to"
import { personOf } from "@/lib/kernel/context"

const NotFound = async () => {
  const [ctx, locale] = await Promise.all([staffContext(), consoleLocale()])
  const t = wordsFor(locale, "console")
  return (
    <div className="problem">
      <Heading locale={locale} title={t("notFound.title")} />
      <p>{t("notFound.detail")}</p>
      <p>
        <To href={homeOf(personOf(ctx))}>{t("home")}</To>
      </p>
    </div>
  )
}
export default NotFound

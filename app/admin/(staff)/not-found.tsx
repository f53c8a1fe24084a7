import { consoleLocale } from "@/app/_adapter/console-locale"
import { staffContext } from "@/app/_adapter/session"
import { Heading } from "@/app/_ui/heading"
import { homeOf } from "@/app/_ui/shell/sections"
import { To } from "@/app/_ui/to"
import { wordsFor } from "@/app/_words"
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

import { consoleLocale } from "@/app/admin/_gate/console-locale"
import { noPageWords, type NoPage as Why } from "@/app/admin/_gate/no-page-words"
import { Heading } from "./heading"
import { To } from "./to"

/** What stands in place of a page that is refused, or that is not there. */
export const NoPage = async ({ why }: { readonly why: Why }) => {
  const { title, detail, href, home } = await noPageWords(why)
  return (
    <div className="problem">
      <Heading locale={await consoleLocale()} title={title} />
      <p>{detail}</p>
      <p>
        <To href={href}>{home}</To>
      </p>
    </div>
  )
}

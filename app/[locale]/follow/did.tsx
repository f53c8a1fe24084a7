import { Inset } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"

const deeds = [
  "answered",
  "appealed",
  "contact-erased",
  "news-on",
  "news-off",
  "withdrawn",
  "claimed",
  "closed",
] as const
export type Deed = (typeof deeds)[number]

/** The address that confirms what was done. */
export const followAfter = (locale: Locale, did: Deed) => `/${locale}/follow?did=${did}`

/** Marks the way from a right number and code to the report: without its cookie the page says why it cannot open. */
export const opened = "opened"

/** What an address confirms, where it confirms anything. */
export const deedIn = (request: Request): Deed | undefined => {
  const said = new URL(request.url).searchParams.get("did")
  return deeds.find((deed) => deed === said)
}

export const Did = ({ locale, did }: { locale: Locale; did: Deed | undefined }) =>
  did ? (
    <div role="status">
      <Inset>{wordsFor(locale, "follow")(`did.${did}`)}</Inset>
    </div>
  ) : null

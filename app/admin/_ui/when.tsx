import { formatFor, type Locale } from "@/app/_words"

type Props = { readonly locale: Locale; readonly at: string }

/** A moment, to the minute. */
export const When = ({ locale, at }: Props) => (
  <time dateTime={at}>
    {formatFor(locale).dateTime(new Date(at), {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    })}
  </time>
)

/** How long ago, as of the request; the moment itself in the title. */
export const Age = ({ locale, at, now }: Props & { readonly now: string }) => (
  <time
    dateTime={at}
    title={formatFor(locale).dateTime(new Date(at), { dateStyle: "long", timeStyle: "short" })}
  >
    {formatFor(locale).relativeTime(new Date(at), new Date(now))}
  </time>
)

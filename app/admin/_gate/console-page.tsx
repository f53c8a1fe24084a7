import { forbidden, notFound, redirect, unstable_rethrow } from "next/navigation"
import type { ReactNode } from "react"
import { type Failure, failureOf } from "@/app/_http/failure"
import { refusalMessage } from "@/app/_http/message"
import { failureWords } from "@/app/_http/problem"
import { within } from "@/app/_http/within"
import { type Locale, wordsFor } from "@/app/_words"
import type { Person } from "@/lib/kernel/actor"
import { type Context, personOf } from "@/lib/kernel/context"
import { isDomainError } from "@/lib/kernel/errors"
import { newId } from "@/lib/kernel/id"
import { log } from "@/lib/kernel/log"
import { consoleLocale } from "./console-locale"
import { type NoPage, noPageWords } from "./no-page-words"
import { signInPath } from "./paths"
import { Refusal } from "./refusal"
import { staffContext } from "./session"
import { ToldFault } from "./told-fault"
import { WithoutScript } from "./without-script"

type Texts = Readonly<Record<string, string>>

export type PageCall = {
  readonly ctx: Context
  readonly person: Person
  readonly locale: Locale
  /** The address's own parts. */
  readonly params: Texts
  /** What follows the `?`; the first where a name comes twice. */
  readonly search: Texts
}

type PageProps = {
  readonly params: Promise<Texts>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** How long a page waits for the stores. */
const pageMsMax = 10_000

/**
 * A page of the console. A refusal of its verbs becomes the answer it is: 403, 404, or a message in the page. A fault of
 * ours, or a store that is silent, is told with its number, also without script.
 */
export const consolePage =
  (draw: (call: PageCall) => Promise<ReactNode>) =>
  async ({ params, searchParams }: PageProps): Promise<ReactNode> => {
    const locale = await consoleLocale()
    const drawn = async () => {
      const ctx = await staffContext()
      const person = personOf(ctx)
      return draw({ ctx, person, locale, params: await params, search: firstOf(await searchParams) })
    }
    return within(pageMsMax, drawn()).catch((error: unknown) => refusalOf(error, locale))
  }

const refusalOf = (error: unknown, locale: Locale) => {
  unstable_rethrow(error)
  const requestId = newId("req")
  const failure = failureOf(error, requestId)
  if (!isDomainError(failure) || failure.code === "unavailable") return failed(failure, requestId, locale)
  if (failure.code === "forbidden") return refused("forbidden", forbidden)
  if (failure.code === "not-found") return refused("notFound", notFound)
  if (failure.code === "unauthenticated") redirect(signInPath)
  return <Refusal {...refusalMessage(locale, failure)} />
}

const failed = (failure: Failure, requestId: string, locale: Locale) => {
  // What was waited for too long threw nothing that `failureOf` would have logged.
  if (isDomainError(failure)) log.warn({ requestId }, "no page: the stores are silent")
  const { title, detail } = failureWords(locale, failure)
  const Fail = () => {
    throw new ToldFault(isDomainError(failure), requestId)
  }
  return (
    <WithoutScript
      title={title}
      detail={detail}
      href=""
      home={wordsFor(locale, "console")("tryAgain")}
      number={requestId}
    >
      <Fail />
    </WithoutScript>
  )
}

const refused = async (why: NoPage, Refuse: () => never) => (
  <WithoutScript {...(await noPageWords(why))}>
    <Refuse />
  </WithoutScript>
)

const firstOf = (search: Awaited<PageProps["searchParams"]>): Texts =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value
      return first === undefined ? [] : [[name, first]]
    }),
  )

import { forbidden, notFound, redirect, unstable_rethrow } from "next/navigation"
import type { ReactNode } from "react"
import { refusalMessage } from "@/app/_http/message"
import type { Locale } from "@/app/_words"
import type { Person } from "@/lib/kernel/actor"
import { type Context, personOf } from "@/lib/kernel/context"
import { isDomainError } from "@/lib/kernel/errors"
import { consoleLocale } from "./console-locale"
import { type NoPage, noPageWords } from "./no-page-words"
import { signInPath } from "./paths"
import { Refusal } from "./refusal"
import { staffContext } from "./session"
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

/** A page of the console. A refusal of its verbs becomes the answer it is: 403, 404, or a message in the page. */
export const consolePage =
  (draw: (call: PageCall) => Promise<ReactNode>) =>
  async ({ params, searchParams }: PageProps): Promise<ReactNode> => {
    const [ctx, locale] = await Promise.all([staffContext(), consoleLocale()])
    const call = {
      ctx,
      person: personOf(ctx),
      locale,
      params: await params,
      search: firstOf(await searchParams),
    }
    return draw(call).catch((error: unknown) => refusalOf(error, locale))
  }

const refusalOf = (error: unknown, locale: Locale) => {
  unstable_rethrow(error)
  if (!isDomainError(error)) throw error
  if (error.code === "forbidden") return refused("forbidden", forbidden)
  if (error.code === "not-found") return refused("notFound", notFound)
  if (error.code === "unauthenticated") redirect(signInPath)
  return <Refusal {...refusalMessage(locale, error)} />
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

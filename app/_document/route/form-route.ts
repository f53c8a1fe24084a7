import { notFound } from "@/app/_document/not-found"
import { readForm } from "@/app/_http/body"
import { failureOf } from "@/app/_http/failure"
import { issueMessage } from "@/app/_http/message"
import { within } from "@/app/_http/within"
import type { Locale } from "@/app/_words"
import type { Refusal } from "@/lib/form"
import { type DomainError, isDomainError } from "@/lib/kernel/errors"
import { log } from "@/lib/kernel/log"
import { type AnyParams, type Call, documentRoute, failurePage, seeOther } from "./document-route"
import type { Again } from "./failure-page"
import { dropEntry, keptAndShown } from "./form-entry"

/** How long a form waits for the stores before its page comes back with what was typed. */
const sendMsMax = 4_000
const keepMsMax = 1_500

type Typed = Readonly<Record<string, string>>

export type FormCall<Params = AnyParams> = Call<Params> & {
  readonly typed: Typed
  /** Keeps what was typed, and leads to the form's page, which answers from it. */
  readonly showTyped: () => Promise<Response>
}

export type Form<Params = AnyParams> = {
  /** The form's name: where it is sent to, below the language. */
  readonly name: string
  /** The page that shows it, and what is wrong with it. */
  readonly page: string
  /**
   * The fields that come back where the form is not taken, each with its label, or "" for one that is not read by
   * people. A secret is not among them.
   */
  readonly keeps?: (locale: Locale) => Typed
  /** Does what the form asks for, and leads on. */
  readonly send: (call: FormCall<Params>) => Promise<Response>
}

type Options = Parameters<typeof documentRoute>[1]

/**
 * One form of the public: post, redirect, get. Where it is not taken, what was typed is kept for two hours under a
 * secret in the visitor's browser, and its page shows that and why. Only what cannot be kept is answered at once
 * (docs/decisions/0046).
 * @param given the form, or how it follows from the address; undefined where there is none
 */
export const formRoute = <Params extends AnyParams = AnyParams>(
  given: Form<Params> | ((call: Call<Params>) => Form<Params> | undefined),
  options?: Options,
) =>
  documentRoute<Params>(async (call) => {
    const form = typeof given === "function" ? given(call) : given
    if (!form) return notFound(call.locale)
    const { entry, ...typed } = await readForm(call.request)
    const labels = form.keeps?.(call.locale) ?? {}
    const kept = Object.fromEntries(Object.entries(typed).filter(([name]) => Object.hasOwn(labels, name)))
    const show = (refusal?: Refusal) =>
      keptAndShown(call, `/${call.locale}${form.page}`, {
        form: form.name,
        typed: kept,
        refusal,
      })
    try {
      const sent = form.send({ ...call, typed, showTyped: () => show() })
      const answer = await within(sendMsMax, sent, "outcome-unknown")
      // It expires by itself.
      await within(keepMsMax, dropEntry(call, entry)).catch(() => undefined)
      return answer
    } catch (error) {
      const atOnce = () => answeredAtOnce(call, error, { labels, kept })
      if (!isDomainError(error) || isSilence(error)) return atOnce()
      return within(keepMsMax, show(refusalOf(error))).catch((cause: unknown) => {
        if (!isDomainError(cause)) log.warn({ requestId: call.ctx.requestId, err: cause }, "form not kept")
        return atOnce()
      })
    }
  }, options)

/** A store that does not answer keeps nothing either. */
const isSilence = ({ code, reason }: DomainError) =>
  code === "unavailable" && (reason === undefined || reason === "outcome-unknown" || reason === "not-stored")

const refusalOf = ({ code, reason, issues, publicMessage, retryAfterSeconds }: DomainError): Refusal => ({
  code,
  reason,
  issues,
  publicMessage,
  retryAfterSeconds,
})

type Kept = { readonly labels: Typed; readonly kept: Typed }

/** The exception: the page that says why has the address of the form, and is loaded again by sending it again. */
const answeredAtOnce = (
  { request, ctx, locale }: Call<AnyParams>,
  error: unknown,
  { labels, kept }: Kept,
) => {
  const { pathname, search } = new URL(request.url)
  const again: Again = {
    address: `${pathname}${search}`,
    errors: isDomainError(error) ? error.issues.map((issue) => issueMessage(locale, issue)) : [],
    fields: Object.entries(kept).map(([name, value]) => ({
      name,
      value,
      label: labels[name] || undefined,
    })),
  }
  return failurePage(failureOf(error, ctx.requestId), locale, ctx.requestId, again)
}

/** For the address of a form that has no page of its own: whoever comes there is led to its page. */
export const leadsTo = (page: string) => documentRoute(async ({ locale }) => seeOther(`/${locale}${page}`))

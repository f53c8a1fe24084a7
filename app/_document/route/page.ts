import { notFound } from "@/app/_document/not-found"
import { failureOf } from "@/app/_http/failure"
import { kept, keptMissing } from "@/app/_http/kept"
import { visitorContext } from "@/app/_http/visitor-context"
import { isLocale, type Locale } from "@/app/_words"
import { preferredLocale } from "@/app/_words/preferred-locale"
import { failurePage } from "./document-route"

type Params<Name extends string> = { locale: string } & Record<Name, string>

/** A route that answers everybody with the same document below a language. */
export const page =
  <Name extends string = never>(
    handler: (locale: Locale, params: Record<Name, string>) => Response | Promise<Response>,
  ) =>
  async (request: Request, { params }: { params: Promise<Params<Name>> }): Promise<Response> => {
    const given = await params
    const { locale } = given
    if (!isLocale(locale)) return unknownLanguage(request)
    try {
      const response = await handler(locale, given)
      response.headers.set("cache-control", response.status === 404 ? keptMissing : kept)
      return response
    } catch (error) {
      const { requestId } = visitorContext()
      const response = await failurePage(failureOf(error, requestId), locale, requestId)
      response.headers.set("cache-control", "no-store")
      response.headers.set("x-request-id", requestId)
      return response
    }
  }

/** Nobody else's: it is in the visitor's language, by which no cache tells answers apart. */
const unknownLanguage = async (request: Request) => {
  const response = await notFound(preferredLocale(request.headers.get("accept-language")))
  response.headers.set("cache-control", "no-store")
  return response
}

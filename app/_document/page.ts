import { isLocale, type Locale } from "@/app/_words"
import { notFound } from "./not-found"

type Params<Name extends string> = { locale: string } & Record<Name, string>

/** A route that answers a document below a language; 404 where the language is none of the portal's. */
export const page =
  <Name extends string = never>(
    handler: (locale: Locale, params: Record<Name, string>) => Response | Promise<Response>,
  ) =>
  async (_request: Request, { params }: { params: Promise<Params<Name>> }): Promise<Response> => {
    const given = await params
    return isLocale(given.locale) ? handler(given.locale, given) : notFound("en")
  }

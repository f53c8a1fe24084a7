import { notFound } from "@/app/_document/not-found"
import { isLocale } from "@/app/_words"
import { preferredLocale } from "@/app/_words/preferred-locale"

// Not kept: a cache of all addresses that do not exist has no end.
export const dynamic = "force-dynamic"

export const GET = async (request: Request, { params }: { params: Promise<{ locale: string }> }) => {
  const { locale } = await params
  return notFound(isLocale(locale) ? locale : preferredLocale(request.headers.get("accept-language")))
}

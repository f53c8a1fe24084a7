import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { readNotices } from "@/app/[locale]/notices/read"
import { setting } from "@/lib/kernel/config"
import { atomFeed } from "./feed"

export const GET = page(
  async (locale) =>
    new Response(atomFeed(locale, await readNotices(), setting("SITE_URL")), {
      headers: { "content-type": "application/atom+xml; charset=utf-8" },
    }),
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")

import { notFound } from "@/app/_document/not-found"
import { page } from "@/app/_document/route/page"

export const GET = page(notFound)

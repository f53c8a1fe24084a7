import { failureOf } from "@/app/_http/failure"
import { problemResponse } from "@/app/_http/problem"
import type { Context } from "@/lib/kernel/context"
import { newId } from "@/lib/kernel/id"
import { consoleLocale } from "./console-locale"
import { requireStaff } from "./session"

/** A route of the console: the same gate as its pages, and whatever is thrown becomes problem+json. */
export const staffRoute =
  <Params>(handler: (ctx: Context, params: Params, request: Request) => Promise<Response>) =>
  async (request: Request, { params }: { readonly params: Promise<Params> }): Promise<Response> => {
    const requestId = newId("req")
    try {
      return await handler(await requireStaff(), await params, request)
    } catch (error) {
      return problemResponse(failureOf(error, requestId), await consoleLocale(), requestId)
    }
  }

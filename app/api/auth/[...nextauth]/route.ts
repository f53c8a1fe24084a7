import { NextRequest } from "next/server"
import NextAuth from "next-auth"
import { readBytes } from "@/app/_http/body"
import { failureOf } from "@/app/_http/failure"
import { languageOf } from "@/app/_http/language"
import { problemResponse } from "@/app/_http/problem"
import { authOptions } from "@/app/admin/_gate/auth-options"
import { newId } from "@/lib/kernel/id"

type RouteContext = { readonly params: Promise<{ nextauth: string[] }> }

const answer = (request: NextRequest, context: RouteContext): Promise<Response> =>
  NextAuth(request, context, authOptions())

/** next-auth reads a body whole, whatever its size: it is handed one that was read within the limit. */
const answerWithin = async (request: NextRequest, context: RouteContext): Promise<Response> => {
  try {
    const { url, method, headers } = request
    const body = await readBytes(request)
    return await answer(new NextRequest(url, { method, headers, body }), context)
  } catch (error) {
    const requestId = newId("req")
    return problemResponse(failureOf(error, requestId), languageOf(request), requestId)
  }
}

export { answer as GET, answerWithin as POST }

import type { NextRequest } from "next/server"
import NextAuth from "next-auth"
import { authOptions } from "@/app/admin/_gate/auth-options"

type RouteContext = { readonly params: Promise<{ nextauth: string[] }> }

const handler = (request: NextRequest, context: RouteContext): Promise<Response> =>
  NextAuth(request, context, authOptions())

export { handler as GET, handler as POST }

"use server"
import { refresh } from "next/cache"
import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { signInPath } from "@/app/_adapter/auth-options"
import { localeCookie } from "@/app/_adapter/console-locale"
import { beginSignIn, endSession } from "@/app/_adapter/sign-in"
import { isLocale } from "@/app/_words"

const yearSeconds = 365 * 86_400

export const switchLanguage = async (form: FormData): Promise<void> => {
  const locale = String(form.get("locale"))
  if (!isLocale(locale)) return
  const jar = await cookies()
  jar.set(localeCookie, locale, { path: "/admin", sameSite: "lax", httpOnly: true, maxAge: yearSeconds })
  refresh()
}

export const signInNow = async (form: FormData): Promise<void> => {
  redirect(await beginSignIn(String(form.get("to") ?? "")))
}

export const endSessionNow = async (): Promise<void> => {
  await endSession()
  redirect(`${signInPath}?ended=1`)
}

"use server"
import { refresh } from "next/cache"
import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { isLocale } from "@/app/_words"
import { localeCookie } from "@/app/admin/_gate/console-locale"
import { veilCookie } from "@/app/admin/_gate/console-veil"
import { endedPath } from "@/app/admin/_gate/paths"
import { providerSignOut } from "@/app/admin/_gate/provider-sign-out"
import { beginSignIn, endSession } from "@/app/admin/_gate/sign-in"

const yearSeconds = 365 * 86_400

export const switchLanguage = async (_before: undefined, form: FormData): Promise<undefined> => {
  const locale = String(form.get("locale"))
  if (!isLocale(locale)) return
  const jar = await cookies()
  jar.set(localeCookie, locale, { path: "/admin", sameSite: "lax", httpOnly: true, maxAge: yearSeconds })
  refresh()
}

/** Veils the pictures of evidence for this person from now on, or no longer. */
export const switchVeil = async (_before: undefined, form: FormData): Promise<undefined> => {
  const veil = form.get("veil") === "off" ? "off" : "on"
  const jar = await cookies()
  jar.set(veilCookie, veil, { path: "/admin", sameSite: "lax", httpOnly: true, maxAge: yearSeconds })
  refresh()
}

export const signInNow = async (_before: undefined, form: FormData): Promise<undefined> => {
  redirect(await beginSignIn(String(form.get("to") ?? "")))
}

export const endSessionNow = async (): Promise<undefined> => {
  await endSession()
  redirect((await providerSignOut()) ?? endedPath)
}

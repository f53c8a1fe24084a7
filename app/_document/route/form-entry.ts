import { entryHoursMax, type FormEntry } from "@/lib/form"
import type { Context } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"
import { seeOther } from "./document-route"
import { newSecret, secretCookie } from "./secret-cookie"

const cookie = secretCookie("form", entryHoursMax)
/** Loaded by the first entry, since most pages have none and need no store (docs/decisions/0091). */
const entries = () => import("@/lib/form")

const isRef = (text: string | null | undefined): text is string => /^[\w-]{22}$/.test(text ?? "")

/** The address of a page that shows an entry; without one that could be ours, as it is. */
export const withEntry = (path: string, ref: string | undefined) =>
  isRef(ref) ? `${path}${path.includes("?") ? "&" : "?"}entry=${ref}` : path

type Asked = { readonly request: Request; readonly ctx: Context }

/** What was typed into a form whose page this is, as the form's entry holds it. */
export type ShownEntry = FormEntry & { readonly ref: string }

/** Keeps what was typed, and leads to the page that shows it: its address holds a reference alone. */
export const keptAndShown = async (
  { request, ctx }: Asked,
  path: string,
  entry: FormEntry,
): Promise<Response> => {
  const secret = cookie.read(request) ?? newSecret()
  const { keepEntry } = await entries()
  const ref = await keepEntry(ctx, { secret, entry })
  return seeOther(withEntry(path, ref), cookie.set(secret))
}

/** What the address refers to; undefined where nothing is kept of it, or not for this browser. */
export const entryShown = async ({ request, ctx }: Asked): Promise<ShownEntry | undefined> => {
  const ref = new URL(request.url).searchParams.get("entry")
  const secret = cookie.read(request)
  if (!isRef(ref) || !secret) return undefined
  const { openEntry } = await entries()
  const entry = await openEntry(ctx, { secret, ref })
  return entry && { ...entry, ref }
}

/** The same for one form of several. */
export const entryOf = async (asked: Asked, form: string): Promise<ShownEntry | undefined> => {
  const entry = await entryShown(asked)
  return entry?.form === form ? entry : undefined
}

/** After a form was taken. It is done either way: at worst the way back shows what was wrong before. */
export const dropEntry = async ({ request, ctx }: Asked, ref: string | undefined): Promise<void> => {
  const secret = cookie.read(request)
  if (!isRef(ref) || !secret) return
  const { dropEntry: drop } = await entries()
  await drop(ctx, { secret, ref }).catch((error: unknown) =>
    log.warn({ requestId: ctx.requestId, err: error }, "entry of a form not dropped"),
  )
}

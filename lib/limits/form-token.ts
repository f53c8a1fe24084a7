import { setting } from "@/lib/kernel/config"
import { keyedHash, sameText } from "@/lib/kernel/crypto"

const ageSecondsMax = 86_400

/**
 * Says when a form was shown. It holds for the form's own key alone, from which the tip's id follows: one token makes
 * one tip, however often it is sent (docs/decisions/0022).
 */
export const formToken = (now: string, key: string): string => {
  const shown = Math.floor(Date.parse(now) / 1000).toString()
  return `${shown}.${signatureOf(shown, key)}`
}

const signatureOf = (shown: string, key: string) =>
  keyedHash(setting("RECEIPT_KEY"), "form-token", shown, key)

export type FormAge =
  | { readonly is: "good" }
  | { readonly is: "too-fast"; readonly secondsLeft: number }
  /** Older than a day, of another form, or not ours. */
  | { readonly is: "void" }

export const ageOf = (token: string | undefined, key: string, now: string, formSeconds: number): FormAge => {
  const [, shown, signature] = /^(\d{10})\.([0-9a-f]{64})$/.exec(token ?? "") ?? []
  if (!shown || !signature || !sameText(signature, signatureOf(shown, key))) return { is: "void" }
  const age = Date.parse(now) / 1000 - Number(shown)
  if (age > ageSecondsMax) return { is: "void" }
  return age < formSeconds ? { is: "too-fast", secondsLeft: Math.ceil(formSeconds - age) } : { is: "good" }
}

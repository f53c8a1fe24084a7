import type { Locale } from "@/app/_words"
import type { Valve } from "@/lib/abuse"
import { Warning } from "./parts"

/** What an administrator says to the public while something is shut. */
export const Shut = ({ locale, message }: { locale: Locale; message: Valve["message"] }) =>
  message ? <Warning locale={locale}>{message[locale]}</Warning> : null

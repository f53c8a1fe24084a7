import { plainCode } from "./text"

/** A number or a code as people keep it: in groups of four. */
export const grouped = (text: string): string => text.match(/.{1,4}/g)?.join("-") ?? text

/** As Crockford's alphabet wants it read: no matter the case, what stands between, or `o` for `0` and `i`, `l` for `1`. */
export const asRead = (typed: string): string =>
  plainCode(typed).replaceAll("o", "0").replaceAll(/[il]/g, "1")

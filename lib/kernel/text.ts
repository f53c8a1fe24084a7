import { z } from "zod"

const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/gu
const controls = /[^\P{Cc}\n\t]/gu
const invisible = /\p{Default_Ignorable_Code_Point}/gu

/**
 * A text as the portal takes it in: composed (NFC), with line feeds for line ends and no other control character than
 * tabs. Marks of direction stay; whoever shows a text shows them (`shownText`).
 */
export const plainText = (text: string): string =>
  text.replaceAll(lineEnds, "\n").replaceAll(controls, "").normalize("NFC")

/** Without marks that nobody sees: joiners, marks of direction, variation selectors, soft hyphens, byte order marks. */
export const withoutInvisible = (text: string): string => text.replaceAll(invisible, "")

/** The beginning of a text, that breaks off within no character. */
export const clipped = (text: string, lengthMax: number): string =>
  text.slice(0, lengthMax).replace(/[\uD800-\uDBFF]$/, "")

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** How much a text says, in letters: a character of Chinese, Japanese or Korean counts as two. */
export const lettersIn = (text: string) => {
  const visible = withoutInvisible(text).replaceAll(/\s/gu, "")
  return [...visible].length + (visible.match(dense)?.length ?? 0)
}

/** What a person writes: at least so many letters, or half as many Chinese characters. */
export const Written = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z
    .string()
    .trim()
    .max(max)
    .superRefine((text, refinement) => {
      if (lettersIn(text) < min)
        refinement.addIssue({
          code: "too_small",
          origin: "string",
          minimum: min,
          inclusive: true,
          input: text,
          message: "too short",
        })
    })

/** A code as people copy it, in small letters and digits: full-width or not, with any dash, blank or stop within. */
export const plainCode = (typed: string): string =>
  withoutInvisible(typed)
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "")

const tenThousands: Readonly<Record<string, number>> = {
  "": 1,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
}

/**
 * A number as people write it: full-width digits, thousands set apart by commas or blanks, `万` and `亿`.
 * @returns NaN for what is no number, which every schema refuses
 */
export const numberFrom = (typed: string): number => {
  const text = withoutInvisible(typed)
    .normalize("NFKC")
    .replaceAll("、", ",")
    .replaceAll(/[−–—]/g, "-")
    .trim()
  const [, sign = "", digits = "", unit = ""] =
    /^([+-]?)\s*([\d.,'’_\s]+?)\s*(千万|百万|[千万萬亿億]?)$/u.exec(text) ?? []
  const plain = digits.replaceAll(/(?<=\d)[,'’_\s](?=\d{3,4}(?!\d))/gu, "")
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return Number.NaN
  const amount = Number(plain) * (tenThousands[unit] ?? 1)
  return (sign === "-" ? -1 : 1) * Number(amount.toFixed(6))
}

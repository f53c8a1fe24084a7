export type Language = "zh" | "en"

/** A number as it is written, and what it amounts to. */
export type WrittenNumber = {
  readonly written: string
  /** The same for the same amount in both languages: `120000000`, `15%`. */
  readonly amount: string
}

const digitValues: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}
const unitValues: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1_000,
  仟: 1_000,
  万: 10_000,
  亿: 100_000_000,
}
const chineseDigits = Object.keys(digitValues).join("")
const chineseUnits = Object.keys(unitValues).join("")

const englishUnits: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
}
const smallWords =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  )
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
const wordValues = new Map([
  ...smallWords.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ["dozen", 12],
])
const months = "January February March April May June July August September October November December".split(
  " ",
)

/** What counts things: a single Chinese numeral is a number before one of these, and part of a word elsewhere. */
const measureWords = "[家个件起人项条名次元款种类部张处位户台册盘批所份页天年月日号倍成省市县案岁期期门]"

const decimal = String.raw`\d+(?:[,，]\d{3}(?!\d))*(?:[.．]\d+)?`
const chinese = `[${chineseDigits}${chineseUnits}]+`

const zhNumber = new RegExp(
  [
    `百分之(?<share>${decimal}|${chinese}(?:点[${chineseDigits}]+)?)`,
    `(?<digits>${decimal}(?:[ ]?[${chineseUnits}]+(?:\\d+[${chineseUnits}]+)*)?)[ ]?(?<percent>[%‰]|个百分点)?`,
    `(?<words>${chinese})`,
  ].join("|"),
  "gu",
)

const enWord = [...wordValues.keys(), "hundred", "thousand", "million", "billion", "trillion"].join("|")
const enNumber = new RegExp(
  [
    String.raw`(?<digits>${decimal})(?:[\s-]?(?<unit>(?:hundred|thousand|million|billion|trillion|bn|mn|tn|k|m)(?:[\s-](?:thousand|million|billion|trillion))?)(?![\p{L}\d]))?(?:\s?(?<percent>%|‰|per\s?cent\b|percentage points?\b))?(?:st|nd|rd|th)?(?![\p{L}\d])`,
    String.raw`(?<![\p{L}\d])(?<words>(?:${enWord})(?:(?:[\s-]+|[\s-]+and[\s-]+|[\s-]+a[\s-]+)(?:${enWord}))*)(?<percentWords>\s+per\s?cent\b)?(?![\p{L}\d])`,
    String.raw`(?<![\p{L}\d])(?<month>${months.join("|")})(?![\p{L}\d])`,
  ].join("|"),
  "giu",
)

const blank = (text: string) => text.replaceAll(/\S/gu, " ")

/**
 * The text without what holds digits that are no numbers of its own: figure references, addresses, file names, the
 * marks of footnotes, lists and numbered headings.
 */
const readable = (text: string) =>
  text
    .normalize("NFKC")
    .replaceAll(/\{\{[^{}]*\}\}/g, blank)
    .replaceAll(/\]\([^()\s]*(?:\s[^()]*)?\)/g, blank)
    .replaceAll(/(?:https?:\/\/|www\.)[^\s<>，。；：、）】》”]+/giu, blank)
    .replaceAll(
      /[\p{L}\d._-]+\.(?:pdf|docx?|xlsx?|csv|zip|png|jpe?g|mp4|html?|shtml|php|apk|exe)\b/giu,
      blank,
    )
    .replaceAll(/\[\^[^\]]*\]:?/g, blank)
    .replaceAll(
      /^[ \t>]*(?:#{1,6}[ \t]+)?(?:[-*+][ \t]+)?(?:\d+[.)、](?!\d)|[(（]?[一二三四五六七八九十]+[)）、])/gmu,
      blank,
    )

const plainDigits = (digits: string) => Number(digits.replaceAll(/[,，]/g, "").replace("．", "."))

/** Chinese digits one beside the other are read one by one, as in a year; with units they are summed up. */
const chineseValue = (text: string): number => {
  const marks = [...text.replaceAll(" ", "")]
  if (marks.every((mark) => mark in digitValues))
    return Number(marks.map((mark) => digitValues[mark]).join(""))
  let [total, section, current] = [0, 0, undefined as number | undefined]
  for (const mark of text.match(/\d[\d,，.．]*|[^\d\s]/gu) ?? []) {
    const unit = unitValues[mark]
    if (unit === undefined) current = digitValues[mark] ?? plainDigits(mark)
    else if (unit < 10_000) {
      section += (current ?? 1) * unit
      current = undefined
    } else {
      const below = section + (current ?? 0)
      // 亿 also counts what stands before an earlier 万, as in 三万亿.
      total = unit > 10_000 ? (total + below || 1) * unit : total + (below || 1) * unit
      section = 0
      current = undefined
    }
  }
  return total + section + (current ?? 0)
}

const englishValue = (words: string): number => {
  let [total, current] = [0, 0]
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const small = wordValues.get(word)
    const unit = englishUnits[word]
    if (word === "dozen") current = (current || 1) * 12
    else if (small !== undefined) current += small
    else if (unit === 100) current = (current || 1) * 100
    else if (unit !== undefined) {
      total += (current || 1) * unit
      current = 0
    }
  }
  return total + current
}

/** Words that are written with numerals. */
const noNumbers = new Set(["万一", "一一", "万万", "千千万万"])

/** Without the noise of binary fractions. */
const amountOf = (value: number, mark = "") => `${Number(value.toPrecision(15))}${mark}`

const percentMark = (text: string | undefined) => (text === undefined ? "" : text === "‰" ? "‰" : "%")

const isCountedOne = (text: string, before: string, after: string) =>
  // 第三部分 counts nothing, and a single numeral is part of many words: 统一, 四面八方, 千方百计.
  !before.endsWith("第") &&
  text !== "一" &&
  (new RegExp(`^[余多]?${measureWords}`, "u").test(after) || (text in unitValues && /^[余多]/u.test(after)))

const inChinese = (text: string): WrittenNumber[] =>
  [...text.matchAll(zhNumber)].flatMap((match): WrittenNumber[] => {
    const { share, digits, percent, words } = match.groups ?? {}
    const written = match[0].trim()
    const before = text.slice(0, match.index)
    const after = text.slice(match.index + match[0].length)
    if (share !== undefined) {
      const [whole = "", fraction] = share.split("点")
      const value = fraction
        ? Number(`${chineseValue(whole)}.${[...fraction].map((mark) => digitValues[mark]).join("")}`)
        : chineseValue(whole)
      return [{ written, amount: amountOf(value, "%") }]
    }
    if (digits !== undefined) {
      // MP4, T15834 and v2 are names.
      if (/[A-Za-z]$/u.test(before)) return []
      return [{ written, amount: amountOf(chineseValue(digits), percentMark(percent)) }]
    }
    if (!words || noNumbers.has(words) || ([...words].length === 1 && !isCountedOne(words, before, after)))
      return []
    return [{ written, amount: amountOf(chineseValue(words)) }]
  })

const inEnglish = (text: string): WrittenNumber[] =>
  [...text.matchAll(enNumber)].flatMap((match): WrittenNumber[] => {
    const { digits, unit, percent, words, percentWords, month } = match.groups ?? {}
    const written = match[0].trim()
    // A month begins with a capital: "may" is no May.
    if (month !== undefined)
      return months.includes(month) ? [{ written, amount: amountOf(months.indexOf(month) + 1) }] : []
    if (digits !== undefined) {
      if (/[A-Za-z]$/u.test(text.slice(0, match.index))) return []
      const factors = (unit ?? "").toLowerCase().split(/[\s-]+/)
      const value = factors.reduce((all, one) => all * (englishUnits[one] ?? 1), plainDigits(digits))
      return [{ written, amount: amountOf(value, percentMark(percent)) }]
    }
    if (!words || /^one$/i.test(words)) return []
    return [{ written, amount: amountOf(englishValue(words), percentMark(percentWords)) }]
  })

/**
 * The numbers that a text states by itself, in their order: in digits of either width or in words, with 万, 亿, million
 * and the like. References to figures are none; nor are addresses, file names, and what numbers a heading or a list.
 */
export const numbersIn = (language: Language, text: string): WrittenNumber[] =>
  language === "zh" ? inChinese(readable(text)) : inEnglish(readable(text))

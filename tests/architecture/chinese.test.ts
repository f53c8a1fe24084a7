import { describe, expect, it } from "vitest"
import { zh } from "@/app/_words/zh"

type Words = { readonly [key: string]: string | Words | readonly (string | Words)[] }

const textsIn = (words: unknown, path = ""): [string, string][] => {
  if (typeof words === "string") return [[path, words]]
  return Object.entries(words as Words).flatMap(([key, value]) =>
    textsIn(value, path ? `${path}.${key}` : key),
  )
}

const han = String.raw`[\p{Script=Han}，。；：、！？“”‘’（）《》【】…]`

/** How an administration sets Chinese (GB/T 15834, GB/T 15835); each with what it looks like when broken. */
const rules: Readonly<Record<string, RegExp>> = {
  "no blank between Chinese and letters or digits": new RegExp(
    `${han} +[\\p{Script=Latin}\\d{#/]|[\\p{Script=Latin}\\d}#%] +${han}`,
    "u",
  ),
  "no blank between Chinese and Chinese": new RegExp(`${han} +${han}`, "u"),
  "full-width marks beside Chinese": /\p{Script=Han}[,;:!?]|[,;!?]\p{Script=Han}/u,
  "full-width brackets around Chinese": /\p{Script=Han}\(|\([^()]*\p{Script=Han}[^()]*\)/u,
  "an ellipsis of six dots, a dash of two": /\.\.\.|(?<!…)…(?!…)|(?<!—)—(?!—)/u,
  "quotation marks of Chinese": /\p{Script=Han}["']|["']\p{Script=Han}/u,
}

/** What stands in a message for a choice of the message format is no text. */
const shown = (text: string) => text.replaceAll(/\{\w+, (?:plural|select),/g, "{")

describe("the Chinese words", () => {
  it.each(Object.entries(rules))("have %s", (_, broken) => {
    const found = textsIn(zh).filter(([, text]) => broken.test(shown(text)))
    expect(found).toEqual([])
  })

  it.each([
    ["no blank between Chinese and letters or digits", "第 3 版"],
    ["full-width marks beside Chinese", "来源:中国"],
    ["full-width brackets around Chinese", "数据(最终)"],
    ["quotation marks of Chinese", '称"剑网"行动'],
  ])("are held to that: %s", (rule, text) => {
    expect(rules[rule]?.test(text)).toBe(true)
  })
})

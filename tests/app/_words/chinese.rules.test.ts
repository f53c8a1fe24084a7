import { expect, it } from "vitest"
import { run } from "zhlint"
import { zh } from "@/app/_words/zh"

/** GB/T 15834 and 15835 as far as zhlint knows them: marks of full width, and no blank between Chinese and other text. */
const rules = {
  fullwidthPunctuation: "，。：；？！“”‘’（）《》",
  halfwidthPunctuation: "",
  adjustedFullwidthPunctuation: "“”‘’",
  unifiedPunctuation: "simplified",
  spaceBetweenMixedwidthContent: false,
  noSpaceBetweenFullwidthContent: true,
  noSpaceBeforePauseOrStop: true,
  noSpaceInsideBracket: true,
  noSpaceInsideQuotation: true,
  trimSpace: true,
} as const

const leaves = (value: unknown, path: string): [path: string, text: string][] =>
  typeof value === "string"
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([name, one]) => leaves(one, path ? `${path}.${name}` : name))

/** A message as a reader gets it, with a number for each value and each of its branches in turn. */
const shown = (message: string): string[] => {
  const branched = /\{\w+, (?:plural|select), ((?:[^{}]*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\s*)+)\}/.exec(message)
  if (!branched) return [message.replaceAll(/'([^']*)'/g, "$1").replaceAll(/\{\w+(?:, number)?\}|#/g, "3")]
  const branches = [...(branched[1] ?? "").matchAll(/\{((?:[^{}]|\{[^{}]*\})*)\}/g)]
  return branches.flatMap(([, text = ""]) => shown(message.replace(branched[0], text)))
}

/** An address, a header or a key is written as programs read it. */
const isCode = (text: string) => /[/<>{}]|Content-|Authorization|true|\bkB\b/.test(text)

const faultsOf = (text: string): string[] => {
  const { result } = run(text, { rules })
  return result === text ? [] : [`${text} => ${result}`]
}

it("finds a mark of half width, and a blank beside Chinese", () => {
  expect(faultsOf("请核对编号,再试。")).toHaveLength(1)
  expect(faultsOf("第 1 版")).toHaveLength(1)
})

it("has nothing to say of the words of the portal", () => {
  const texts = leaves(zh, "")
    .flatMap(([, message]) => shown(message))
    .filter((text) => !isCode(text))
  expect(texts.length).toBeGreaterThan(1_000)
  expect(texts.flatMap(faultsOf)).toEqual([])
})

it("has nothing to say of the account of 2017", async () => {
  const { body } = await import("@/infra/local/content/notice-2017/zh")
  const lines = body
    .replaceAll(/\{\{[^}]*\}\}|\[\^[^\]]*\]:?|\*\*|^#+ |^[-*] /gm, "")
    .split("\n")
    .filter((line) => !isCode(line))
  expect(lines.flatMap((line) => faultsOf(line.trim()))).toEqual([])
})

import { sha256 } from "@/lib/kernel/crypto"
import { accessCodeOf, accessCodesIn } from "./access-code"
import { type Found, findAddresses } from "./find-addresses"
import { accountNamed } from "./platform/named"
import { listingOf } from "./platform/table"
import { readingCopy } from "./reading-copy"
import type { Reading, Target, TargetRule } from "./target"

type Line = {
  readonly at: number
  readonly order: number
  readonly typed: string
  readonly copy: string
  readonly found: readonly Found[]
}

/** What apps write around an address when somebody shares it. */
const shareText =
  /通过.{0,10}(?:网盘|云盘)分享|我用.{0,10}分享|来自.{0,20}(?:分享|会员)|复制(?:此|这|本|该|后|打开|链接)|点击链接|打开.{0,16}(?:app|应用|客户端|查看|观看)|长按.{0,10}(?:复制|识别)|无需下载|链接[:：]?$|^(?:分享|文件)(?:名称|名)?[:：]|copy (?:this|the) link|shared? (?:a|the) (?:file|link)/iu

/**
 * Reads what people paste: every address in every entry, with the code that opens it. An entry without one that stands
 * beside an address and only talks of it belongs to that; any other is a name. Nothing typed is lost.
 */
export const readTargets = (entries: readonly string[]): Reading[] => {
  const lines = entries
    .flatMap((entry, at) =>
      entry.split(/\r\n|[\r\n\u2028\u2029\u0085\v\f]/u).map((text) => ({ at, typed: text.trim() })),
    )
    .map((line) => ({ ...line, copy: readingCopy(line.typed) }))
    .filter(({ copy }) => copy !== "")
    .map((line, order): Line => ({ ...line, order, found: addressesOf(line.copy) }))
  return groupsOf(lines).flatMap(readGroup)
}

/** A line with addresses, and the lines that talk of it. */
type Group = readonly [Line, ...Line[]]

const isAside = ({ found, copy }: Line) =>
  found.length === 0 && (shareText.test(copy) || accessCodesIn(copy).some(({ at }) => at <= 8))

const groupsOf = (lines: readonly Line[]): Group[] => {
  const groups: [Line, ...Line[]][] = []
  let waiting: Line[] = []
  for (const line of lines) {
    if (line.found.length > 0) {
      groups.push([line, ...waiting])
      waiting = []
      continue
    }
    const last = groups.at(-1)
    if (!isAside(line)) {
      // What waited for an address that did not come is a name as well.
      groups.push(...waiting.map((one): [Line] => [one]), [line])
      waiting = []
    } else if (last && last[0].found.length > 0 && waiting.length === 0) last.push(line)
    else waiting.push(line)
  }
  return [...groups, ...waiting.map((one): [Line] => [one])]
}

const addressesOf = (copy: string): readonly Found[] => {
  if (/^(?:javascript|vbscript|data):/i.test(copy)) return []
  const all = findAddresses(copy)
  const ours = all.filter(({ read }) => read !== "url-scheme")
  const found = ours.length > 0 ? ours : all
  if (found.length > 0 || !looksLikeHost(copy)) return found
  // Read as its normal form will be, which has a scheme.
  return findAddresses(`${scheme}${copy}`).map(({ start, end, read }) => ({
    start: Math.max(0, start - scheme.length),
    end: end - scheme.length,
    read,
  }))
}

const scheme = "http://"

/** A line that is an address without a scheme and nothing else; an ending that is not ours to know may be one too. */
const looksLikeHost = (copy: string) =>
  /^[^\s/?#@:：，、；]+[.．。｡](?:[a-z][a-z0-9-]*|中国|中國|公司|网络|網絡|在线|网址|香港|我爱你|集团|商城|网站|电影)(?::\d+)?(?:[/?#].*)?$/iu.test(
    copy,
  )

const readGroup = ([line, ...asides]: Group): Reading[] => {
  const together = [line, ...asides].toSorted((a, b) => a.order - b.order)
  const said = {
    at: line.at,
    entries: together.map(({ at }) => at),
    typed: together.map(({ typed }) => typed).join("\n"),
  }
  const { found, copy } = line
  if (found.length === 0) return [{ ...said, ...readWords(line) }]
  if (found.every(({ read }) => read === "url-whole-platform") && wordsBeside(line).length >= 2)
    return [{ ...said, target: { ...nameOf(wordsBeside(line), copy), typed: said.typed } }]
  const codes = [
    ...accessCodesIn(copy),
    ...asides.flatMap((one) => accessCodesIn(one.copy).map(({ code }) => ({ at: copy.length, code }))),
  ]
  return found.map(({ read, start, end }, number): Reading => {
    if (typeof read === "string") return { ...said, rule: read }
    const next = found[number + 1]?.start ?? Number.POSITIVE_INFINITY
    const beside = codes.find(
      ({ at }) => (number === 0 ? true : at >= end) && at < next && !(at > start && at < end),
    )
    const accessCode = beside?.code ?? (isShare(read) ? accessCodeOf(copy.slice(start, end)) : undefined)
    return { ...said, target: { ...read, typed: said.typed, ...(accessCode ? { accessCode } : {}) } }
  })
}

const isShare = ({ site }: Target) => listingOf(site)?.unit === "share"

const readWords = ({ copy, typed }: Line): { target: Target } | { rule: TargetRule } => {
  if (/^(?:javascript|vbscript|data|file|blob|about|mailto|tel|sms|view-source|chrome|intent):/i.test(copy))
    return { rule: "url-scheme" }
  return { target: { ...nameOf(copy, copy), typed } }
}

const wordsBeside = ({ copy, found }: Line) =>
  found
    .toReversed()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), copy)
    .replaceAll(/网址|网站|链接|地址|官网|平台|上|[^\p{L}\p{N}@:：]+/gu, " ")
    .trim()

/** A name as people write it: the same one however it is spaced, and in capitals or not. */
const nameOf = (words: string, copy: string): Target => {
  const text = copy.replaceAll(/\s+/g, " ")
  const site = accountNamed(words) ?? `name:${sha256(text.toLowerCase()).slice(0, 16)}`
  return { kind: "name", text, site }
}

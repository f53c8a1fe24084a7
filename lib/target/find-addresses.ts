import { hasKnownEnd } from "./host"
import { readEd2k, readInfoHash, readMagnet, unwrapped } from "./read-file"
import { readUrl } from "./read-url"
import type { Target, TargetRule } from "./target"
import { withoutEnd } from "./without-end"

/** An address in a reading copy, from where to where it stands. */
export type Found = { readonly start: number; readonly end: number; readonly read: Target | TargetRule }

const ends = '\\s<>"“”「」『』【】《》〈〉，、；！？。（）…`'
const rest = `(?:[/／\\\\?#][^${ends}]*)?`
const authority = `(?:\\[[0-9a-f:.]*\\](?::\\d+)?|[^\\s/／\\\\?？#<>"“”‘’'「」『』【】《》（）()，、；;！!,|]*)`
const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
const port = "(?:[:：]\\d{1,5}(?!\\d))?"

const address = new RegExp(
  [
    `(?<magnet>magnet[:：][?？][^${ends}]+)`,
    "(?<ed2k>ed2k:\\/\\/(?:\\|file\\|[^|]*\\|\\d+\\|[0-9a-z]+(?:\\|[^\\s|]*)*|[^\\s，。；、]*))",
    "(?<wrapped>(?:thunder|qqdl|flashget):\\/\\/[\\w+/=&-]*)",
    `(?<web>(?:https?|ftps?|sftp|rtmps?|rtsp|mms):\\/\\/)(?<authority>${authority})(?<rest>${rest})`,
    `(?<other>(?<![\\w.+-])[a-z][a-z0-9+.-]*:\\/\\/[^${ends}]*)`,
    `(?<ip>(?<![\\w.@/-])(?:\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.]*\\d)|\\[[0-9a-f:.]*:[0-9a-f:.]*\\])${port}${rest})`,
    `(?<![a-z0-9@._-])(?<host>(?:${label}[.．。｡])+(?:xn--[a-z0-9-]{2,59}|[a-z]{2,24}))(?![\\w@-])(?<tail>${port}${rest})`,
    "(?<![\\w])(?<hash>[0-9a-f]{40})(?![\\w])",
  ].join("|"),
  "giu",
)

/** All addresses in a reading copy, in their order. */
export const findAddresses = (copy: string): Found[] => {
  const found: Found[] = []
  address.lastIndex = 0
  for (let match = address.exec(copy); match; match = address.exec(copy)) {
    const one = readMatch(copy, match)
    if (one) found.push(one)
    address.lastIndex = one ? Math.max(one.end, match.index + 1) : match.index + match[0].length
  }
  return found
}

const readMatch = (copy: string, match: RegExpExecArray): Found | undefined => {
  const { groups = {}, index: start } = match
  const whole = (read: Target | TargetRule) => ({ start, end: start + match[0].length, read })
  if (groups.magnet) return whole(readMagnet(groups.magnet))
  if (groups.ed2k) return whole(readEd2k(groups.ed2k))
  if (groups.hash) return whole(readInfoHash(groups.hash))
  if (groups.wrapped) return whole(readWrapped(groups.wrapped))
  if (groups.other) return whole("url-scheme")
  if (groups.web) return readWeb(copy, start, groups.web, groups.authority ?? "", groups.rest ?? "")
  if (groups.ip) {
    const ip = cutRest(groups.ip)
    return { start, end: start + ip.length, read: readUrl(`http://${dotted(ip)}`) }
  }
  const host = groups.host ?? ""
  if (!hasKnownEnd(dotted(host))) return undefined
  const tail = cutRest(groups.tail ?? "")
  const text = `${dotted(host)}${tail.replace(/^：/u, ":").replaceAll("／", "/")}`
  return { start, end: start + host.length + tail.length, read: readUrl(`http://${text}`) }
}

const readWeb = (
  copy: string,
  start: number,
  scheme: string,
  typedHost: string,
  typedRest: string,
): Found => {
  const named = typedHost.replace(/[\].:：*。．｡]+$/u, "")
  const kept = typedHost.startsWith("[") ? typedHost : cutAuthority(named)
  const isWhole = typedHost.startsWith("[") || (kept === named && typedRest !== "")
  const tail = isWhole ? cutRest(typedRest) : ""
  const end = start + scheme.length + (tail ? typedHost : kept).length + tail.length
  // A name of one part with more words behind it: a blank stands where a dot should be.
  const isTorn = tail === "" && /^[\p{L}\p{N}-]+$/u.test(kept) && /^\s+[\p{L}\p{N}]/u.test(copy.slice(end))
  const isWide = /[．。｡：＠]/u.test(kept) || tail.startsWith("／")
  const text = `${scheme}${dotted(kept).replaceAll("：", ":").replaceAll("＠", "@")}${isWide ? tail.replaceAll("／", "/") : tail}`
  return { start, end, read: isTorn || kept === "" ? "url-broken" : readUrl(text) }
}

const dotted = (host: string) => host.replaceAll(/[．。｡]/gu, ".")

/** An authority up to where prose begins that was written right behind it. */
const cutAuthority = (named: string): string => {
  const pieces = named.split(/(?<=[.．。｡])/u)
  let kept = ""
  for (const piece of pieces) {
    const bare = piece.replace(/[.．。｡]$/u, "")
    const isProse = /[。．｡]$/u.test(kept) && /[^\p{ASCII}]/u.test(bare) && !hasKnownEnd(dotted(kept + bare))
    if (isProse) return kept.replace(/[.．。｡]$/u, "")
    kept += piece
  }
  // `com免费看`: no ending mixes both scripts.
  const mixed = /^(.*[.．。｡][a-z]{2,24})[^\p{ASCII}：＠][^.]*$/isu.exec(kept)?.[1]
  return mixed && !hasKnownEnd(dotted(kept)) && hasKnownEnd(dotted(mixed)) ? mixed : kept
}

/** Another address that was pasted right behind; not one that is part of the first. */
const joined =
  /(?:[,;|+]\s*|(?<![=/?:#&@]|#!|%2f|%3d|%3a))(?=(?:https?|ftp|magnet|ed2k|thunder):(?:\/\/|\?))/iu
const saidBehind = /提取[码碼]|访问码|密码|复制(?:此|这|本|该|后|打开)|点击链接|打开(?:抖音|快手|淘宝|手机)/u

/** What follows a host, up to where prose or another address begins. */
const cutRest = (typed: string): string => {
  const path = typed.search(/[/\\?#]/)
  if (path === -1) return typed
  const head = typed.slice(0, path + 1)
  const body = typed.slice(path + 1)
  const cuts = [body.search(joined), body.search(saidBehind)].filter((at) => at >= 0)
  return head + withoutEnd(cuts.length > 0 ? body.slice(0, Math.min(...cuts)) : body)
}

const readWrapped = (link: string): Target | TargetRule => {
  const inner = unwrapped(link)
  if (!inner) return "url-broken"
  return findAddresses(inner)[0]?.read ?? "url-broken"
}

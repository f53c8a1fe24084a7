/** What kinds of text are told apart: those that are shown, or kept from being shown, in a way of their own. */
const kinds: readonly (readonly [start: RegExp, type: string])[] = [
  [/^\{\\rtf/, "application/rtf"],
  [/^%!PS/, "application/postscript"],
  [/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype svg|<svg[\s>])/i, "image/svg+xml"],
  [/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype html|<html[\s>])/i, "text/html"],
  [/^<\?xml/, "text/xml"],
  [/^WEBVTT\b/, "text/vtt"],
]

const beginning = 4_096

export const kindOfText = (text: string): string => {
  const start = text.slice(0, beginning).trimStart()
  return kinds.find(([pattern]) => pattern.test(start))?.[1] ?? "text/plain"
}

export const startsAsWarc = (latin: string): boolean => /^WARC\/\d/.test(latin)

/** A dictionary whose first key is one that such files have. */
export const startsAsTorrent = (latin: string): boolean =>
  /^d(8:announce|13:announce-list|18:azureus_prop|7:comment|10:created by|13:creation date|8:encoding|9:httpseeds|4:info[d]|5:nodes|8:url-list)/.test(
    latin,
  )

const mailFields =
  /^(from|to|cc|date|subject|received|return-path|delivered-to|reply-to|sender|message-id|mime-version|dkim-signature|x-[\w-]+)$/i

/** Header fields up to the first blank line, at least two of them such as letters have. */
export const startsAsMail = (latin: string): boolean => {
  const [head = ""] = latin.replace(/^(\s|\xef\xbb\xbf)+/, "").split(/\r?\n\r?\n|\r\r/, 1)
  const lines = head.split(/\r\n|\n|\r/)
  if (/^From \S+/.test(lines[0] ?? "")) lines.shift()
  const known = new Set<string>()
  for (const line of lines) {
    const [, name] = /^([!-9;-~]+)[ \t]*:/.exec(line) ?? []
    if (name === undefined && !/^[ \t]/.test(line)) return false
    if (name && mailFields.test(name)) known.add(name.toLowerCase())
  }
  return known.size >= 2
}

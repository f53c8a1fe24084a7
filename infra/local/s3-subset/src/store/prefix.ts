const lastCodePoint = 0x10ffff
const [surrogatesFrom, surrogatesTo] = [0xd800, 0xdfff]

/** The first text after all that start with `prefix`, in the order of UTF-8 bytes; undefined where nothing follows. */
export const endOfPrefix = (prefix: string): string | undefined => {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0)
  const at = points.findLastIndex((point) => point < lastCodePoint)
  const point = points[at]
  if (point === undefined) return undefined
  const next = point + 1 === surrogatesFrom ? surrogatesTo + 1 : point + 1
  return String.fromCodePoint(...points.slice(0, at), next)
}

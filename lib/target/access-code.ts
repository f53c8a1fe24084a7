const said = new RegExp(
  [
    "(?<!解压|压缩包|解壓|解压缩)(?:提取[码碼]|访问[码碼]|訪問碼|取件码|分享码|密[码碼]|口令)(?:是|为|為)?\\s*[:：=＝]?\\s*",
    "|\\b(?:pwd|password|passwd|passcode|access code|code)\\s*[:：=＝]\\s*",
  ].join(""),
  "giu",
)
const code = /^[a-z0-9ａ-ｚＡ-Ｚ０-９]{3,12}(?![\p{L}\p{N}])/iu

/** Codes that a text tells, and where. */
export const accessCodesIn = (text: string): { readonly at: number; readonly code: string }[] =>
  [...text.matchAll(said)].flatMap((match) => {
    const behind = text.slice(match.index + match[0].length)
    const found = code.exec(behind)?.[0].normalize("NFKC")
    return found ? [{ at: match.index, code: found }] : []
  })

/** The code that a share's own address carries. */
export const accessCodeOf = (address: string): string | undefined =>
  /[?&](?:pwd|password|passcode|p)=([a-z0-9]{3,12})(?:[&#]|$)/i.exec(address)?.[1]

import { withoutInvisible } from "@/lib/kernel/text"

const wide = /[ｈＨ][ｔＴ]{2}[ｐＰ]|[Ａ-Ｚａ-ｚ０-９][．。｡.：／]|[．。｡：／][Ａ-Ｚａ-ｚ]/u
const narrow = (text: string) =>
  text.replaceAll(/[Ａ-Ｚａ-ｚ０-９．／－＿％＝＆＃＠：]/gu, (one) =>
    String.fromCharCode(one.charCodeAt(0) - 0xfee0),
  )

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * A copy of a line in which addresses can be found: without marks that nobody sees, with the marks of an address as a
 * keyboard in Chinese, a filter or a hurried copy wrote them put right. It is read and thrown away.
 */
export const readingCopy = (line: string): string => {
  const seen = withoutInvisible(line)

    .replaceAll(/[\uFFFC\uFFFD\p{Cc}]/gu, " ")
    .normalize("NFC")
  return (wide.test(seen) ? narrow(seen) : seen)
    .replaceAll(/(?<![=&\w%])https?%3a%2f%2f[^\s"<>]+/gi, decoded)
    .replaceAll(/\s?[[({【（]\s?(?:\.|dot|点|點)\s?[\])}】）]\s?/giu, ".")
    .replaceAll(/[[({](:|\/|:\/\/)[\])}]/g, "$1")
    .replaceAll(
      /(?<![a-z])(?:h[tx×*]{2}p|h?ttp|https?(?=s?\/\/))(s?)\s*[:：﹕︰∶]?\s*[/／\\＼]{2,}\s*/giu,
      "http$1://",
    )
    .replaceAll(/(?<![a-z])h[tx×*]{2}p(s?)\s*[:：﹕︰∶]\s*[/／\\＼]?\s*(?=[\p{L}\p{N}[])/giu, "http$1://")
    .replaceAll(/\bitms-?(?:apps?|services)?s?:\/\/(?=[a-z])/gi, "https://")
    .replaceAll(/\bitms-services:\/\/\S*?url=(https?(?::|%3a)\S+)/gi, (_, url: string) => decoded(url))
    .replaceAll(/\bmarket:\/\/(?=(?:details|search)\b)/gi, "https://play.google.com/store/apps/")
    .replaceAll(/\btg:\/\/resolve\?domain=(?=\w)/gi, "https://t.me/")
    .replaceAll(/(?<=[\w%])？(?=[\w%[\]-]+[=＝])/gu, "?")
    .replaceAll(/(?<=[?&][\w%[\]-]+)＝/gu, "=")
    .replaceAll(/(?<=[\w%=])＆(?=[\w%[\]-]+[=＝])/gu, "&")
    .replaceAll(/(?<=[\w/])＃(?=[/!])/gu, "#")
    .replaceAll(
      /(?<=[\w-])[。．](?=(?:html?|php|aspx?|jsp|mp4|mkv|m3u8|apk|zip|rar|7z|exe|pdf|txt|mp3|js)\b)/giu,
      ".",
    )
    .replaceAll(
      /(?<=[a-z0-9])点(?=(?:[a-z0-9-]+点)*(?:com|net|org|cn|cc|tv|xyz|top|vip|me|io|info)\b)/gi,
      ".",
    )
    .trim()
}

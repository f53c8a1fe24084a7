/** More than anybody reads beside a tip. */
const charactersMax = 20_000

const turning = /[\p{Bidi_Control}\u2028\u2029\u{e0000}-\u{e007f}]/gu
const named = (character) =>
  `\u27e8U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}\u27e9`

/** As plain text: line ends alike, no control characters; what would turn the direction of the text shows by name. */
export const sanitised = (text) =>
  Buffer.from(
    text
      .slice(0, charactersMax)
      .toWellFormed()
      .replace(/\r\n?|[\v\f]/g, "\n")
      .replace(/(?![\n\t])\p{Cc}/gu, "\ufffd")
      .replace(turning, named),
  )

/** A text in the encoding that was found, as UTF-8. */
export const draw = (bytes, { charset }) => ({ copy: sanitised(new TextDecoder(charset).decode(bytes)) })

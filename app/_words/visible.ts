/** Marks that change the order in which text is shown, so that it reads as something else than it is. */
const overrides = /[\u202A-\u202E\u2066-\u2069]/gu

/** A text with such marks shown by their numbers, and not obeyed. */
export const visible = (text: string): string =>
  text.replaceAll(overrides, (mark) => `\u27E6U+${mark.charCodeAt(0).toString(16).toUpperCase()}\u27E7`)

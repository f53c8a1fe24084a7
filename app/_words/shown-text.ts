/** Marks that turn the order in which what follows is shown, so that it reads as something else than it is. */
const overrides = /[\u202A-\u202E\u2066-\u2069]/gu

/** A text that somebody sent, as people see it: such marks show by their numbers, and are not obeyed. */
export const shownText = (text: string): string =>
  text.replaceAll(overrides, (mark) => `\u27E6U+${mark.charCodeAt(0).toString(16).toUpperCase()}\u27E7`)

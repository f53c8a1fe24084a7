const misleading = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\u{e0000}-\u{e007f}]/gu

/**
 * A file's name as people see it: what would turn the direction of the text, break the line or stay invisible shows
 * as a mark, so that nothing passes for another kind of file. The name itself is kept as it came.
 */
export const shownName = (name: string): string => name.replace(misleading, "\ufffd")

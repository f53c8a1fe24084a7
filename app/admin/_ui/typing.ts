/** Whether a letter pressed here is text and no key. In a choice of radio buttons a digit is a key. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest(
    "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], dialog",
  ) !== null

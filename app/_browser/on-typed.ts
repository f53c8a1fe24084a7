/** Does something after each change of a text, but not with the half of a word that an input method still composes. */
export const onTyped = (target: EventTarget, act: () => void): void => {
  target.addEventListener("input", (event) => {
    if (!(event as InputEvent).isComposing) act()
  })
  // Some browsers send no more input once it is composed.
  target.addEventListener("compositionend", act)
}

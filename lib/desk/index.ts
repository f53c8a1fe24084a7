export { type Found, findAnything } from "./find"
export { takeNext, weighTip } from "./next"
export type { Priority, ReasonKind } from "./priority"
export { queueViews, type View, type Views, views } from "./views"

export {
  decidedAtOnceMax,
  decideMany,
  decideSite,
  type RowOutcome,
  reopenMany,
  type SiteDecided,
} from "./decide-many"
export { type Found, findAnything, listLikePictures, listSameFiles } from "./find"
export { type FoundWords, findWords } from "./find-words"
export { takeNext, weighTip } from "./next"
export { listOriginals, type Original } from "./originals"
export { lookAtTip } from "./presence"
export type { Priority, ReasonKind } from "./priority"
export { returnClaims } from "./return-claims"
export { countedMax, type SiteRow, type SiteView, viewSite } from "./site"
export { queueViews, type View, type Views, views } from "./views"

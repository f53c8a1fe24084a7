export { approveFigures } from "./approve-figures"
export { countMeasure } from "./count"
export { discardFigures, draftFigures } from "./draft-figures"
export type { Counted, CountedFigure, FigureSet, FigureSetState, Revision } from "./figure-set"
export { type FigureParts, type Part, partsOf, readParts } from "./parts"
export {
  type Compared,
  type FigureDesk,
  figuresOf,
  getFigureDesk,
  listRevisions,
  type PublishedSet,
} from "./read-figures"
export { type Difference, reconcileFigures } from "./reconcile"

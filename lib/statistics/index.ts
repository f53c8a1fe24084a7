export { countMeasure } from "./count"
export { type Difference, reconcileFigures } from "./reconcile"

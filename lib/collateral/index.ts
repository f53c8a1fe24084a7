export { checkCollateral, collateralOf } from "./check-case"
export type { Finding } from "./findings"
export { addKnownGood, type KnownGood, listKnownGood, removeKnownGood } from "./known-good"

export { awaitsSecond, counts } from "./bounds"
export { confirmMeasure, refuseMeasure } from "./confirm-measure"
export { getMeasureRecord } from "./find"
export {
  checkMeasureRows,
  type MeasureOutcome,
  measureRowsMax,
  measuresAtOnceMax,
  recordMeasureRows,
} from "./import-measures"
export { ledgerOf, listLedger } from "./ledger"
export { listCaseMeasures, listReferralMeasures } from "./list"
export { type Measure, MeasureInput } from "./measure"
export { markCounted, recordMeasure, reverseMeasure, reverseMeasuresOf } from "./record-measure"

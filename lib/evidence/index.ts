export { acceptedEndings } from "./accepted-types"
export { newEvidence, storeOrigin, type Upload, uploadHoursMax, uploadOf } from "./announce"
export { hasArrived } from "./arrived"
export { checkStores } from "./check-stores"
export {
  Announcement,
  type Evidence,
  type EvidenceState,
  evidenceStates,
  filesPerTipMax,
  fromIncomingKey,
  isFile,
  type Rejection,
  rejections,
  sizeBytesMax,
  stateAt,
} from "./evidence"
export { inspectEvidence } from "./inspect"
export { approveOriginal, askForOriginal, openOriginal } from "./open-original"
export { type Access, accessOf, type Opening, openingAt } from "./opening"
export { type PartPlan, partsFromBytes } from "./part-plan"
export {
  discardPartsOf,
  joinParts,
  type PartUpload,
  permitPartsOf,
  requirePlan,
  type StatedPart,
  storedPartsOf,
} from "./parts"
export { previewOf } from "./preview"
export { dropEvidence, evidenceOf, findEvidence, putEvidence } from "./record"
export { recordScan } from "./record-scan"
export { type ScanVerdict, scanVerdicts, verdictOf } from "./scan"
export { scanEvidence, sweepScans } from "./scan-evidence"
export { sweepIncoming } from "./sweep"

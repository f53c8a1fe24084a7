export { asSent, type SentEvidence } from "./as-sent"
export { checkStores } from "./check-stores"
export { countEvidence } from "./count-evidence"
export {
  Announcement,
  type Evidence,
  type EvidenceState,
  evidenceStates,
  filesPerTipMax,
  fromIncomingKey,
  fromSealedKey,
  isFile,
  previewAt,
  previewKey,
  type Rejection,
  rejections,
  sealedKey,
  sizeBytesMax,
  stateAt,
} from "./evidence"
export { inspectEvidence } from "./inspect"
export { keepOriginals } from "./keep-originals"
export { tipsWithLike } from "./likeness"
export { listEvidence } from "./list"
export { approveOriginal, askForOriginal, openOriginal } from "./open-original"
export { type Access, accessOf, type Opening, openingAt } from "./opening"
export { copyTypeOf, previewOf, previewText } from "./preview/preview"
export { previewEvidence } from "./preview/preview-evidence"
export { evidenceOf, findEvidence, putEvidence, scansDue, tipsWithFile } from "./record"
export { recordScan } from "./scan/record-scan"
export { type ScanVerdict, scanVerdicts, verdictOf } from "./scan/scan"
export { scanEvidence, sweepScans } from "./scan/scan-evidence"
export { sweepIncoming } from "./sweep"
export { unknownType } from "./type/find-type"
export { announceEvidence, announceFiles, completeEvidence, renewUpload } from "./upload/add-evidence"
export {
  newEvidence,
  storeOrigin,
  type Upload,
  uploadHoursMax,
  uploadOf,
} from "./upload/announce"
export { hasArrived } from "./upload/arrived"
export { discardEvidence } from "./upload/discard-evidence"
export { type PartPlan, partsFromBytes } from "./upload/part-plan"
export type { PartUpload, StatedPart } from "./upload/parts"
export { requireRoomFor } from "./upload/room"
export { discardParts, listParts, partsPerRequestMax, permitParts, WantedPart } from "./upload/send-parts"

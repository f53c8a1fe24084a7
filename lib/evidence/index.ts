export { acceptedEndings } from "./accepted-types"
export { newEvidence, type Upload, uploadOf } from "./announce"
export { hasArrived } from "./arrived"
export {
  Announcement,
  type Evidence,
  type EvidenceState,
  filesPerTipMax,
  sizeBytesMax,
  stateAt,
} from "./evidence"
export { inspectEvidence } from "./inspect"
export { openOriginal } from "./open-original"
export { previewOf } from "./preview"
export { evidenceOf, findEvidence, putEvidence } from "./record"
export { sweepIncoming } from "./sweep"

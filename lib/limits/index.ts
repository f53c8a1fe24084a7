export { Admission, admitReport } from "./admit"
export { countAgainst } from "./count-against"
export { admitBytes, type BytesSeen, countBytes, releaseBytes, seeBytes } from "./evidence-bytes"
export { formToken } from "./form-token"
export { evidenceBytes, limits } from "./limits"
export { Origin, originOf } from "./origin"
export { askForProof, isWorkDone, ProofText, ReportKey, Work } from "./proof"
export { ownLimit } from "./set"
export { openValve, shutValve } from "./turn-valve"
export {
  getValve,
  isShut,
  requireOpen,
  requireSpace,
  seeValve,
  type Valve,
  type ValveState,
  valveSeenSeconds,
} from "./valve"

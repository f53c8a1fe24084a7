export { Admission, admitReport } from "./admit"
export { countAgainst } from "./count-against"
export { formToken } from "./form-token"
export { limits } from "./limits"
export { Origin, originOf } from "./origin"
export { askForProof, isWorkDone, ProofText, ReportKey, Work } from "./proof"
export {
  getValve,
  isShut,
  openValve,
  requireOpen,
  seeValve,
  shutValve,
  type Valve,
  type ValveState,
  valveSeenSeconds,
} from "./valve"

export type { DeliveryRow } from "./delivery"
export { deliveriesDue } from "./due"
export {
  type Answered,
  checkAnswer,
  findReport,
  type ReportAnswer,
  reportAnswer,
  reportAnswered,
  reportReasons,
  reportStates,
} from "./host-report"
export { countParked, type DeliveryFile, listDeliveries, listReferralDeliveries } from "./list"
export { WebhookMessage } from "./message"
export { queueDelivery } from "./queue"
export { replayDelivery } from "./replay"
export { sendDeliveries } from "./send-due"
export { XarfReport } from "./xarf"

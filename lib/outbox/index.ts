export { listAttempts, type MessageKey } from "./attempts"
export { type Ended, type Lane, type Sent, sendDue } from "./send-due"
export { type Answer, type Attempt, type OutboxState, outboxStates, type Tried, type Verdict } from "./tries"

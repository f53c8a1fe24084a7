export { type ChainFault, chainFaultKinds, chainFaults } from "./chain"
export { type Change, commit, conflictAt, createWithEvent, isLostRace, movedOut } from "./commit"
export {
  type AuditEvent,
  type EventOf,
  type EventType,
  eventTypeOf,
  type Head,
  initialHead,
  type NewEvent,
  readEvent,
} from "./event"
export { eventsOf, listDay, listFile, type StaffDay, staffHashesOn } from "./list"
export { storedEventsOf } from "./read-file"
export { sealFile } from "./seal-file"
export { nextOf, requireSeen, seenAs, standsAt } from "./seen"
export { eventsIn, placeOnDay, StoredEvent } from "./stored-event"
export { fileOf, type VerifiedSome, type VerifyPosition, verifyFile, verifyParts, verifySome } from "./verify"

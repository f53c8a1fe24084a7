export { type Change, commit, conflictAt, createWithEvent, isLostRace } from "./commit"
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
export { eventsOf, listDay, verifyFile } from "./list"
export { nextOf, requireSeen, seenAs } from "./seen"
export { type ChainFault, chainFaults, StoredEvent } from "./stored-event"

export { type Change, commit, conflictAt, createWithEvent, isLostRace } from "./commit"
export { AuditEvent, type ChainFault, chainFaults, type Head, initialHead } from "./event"
export { eventsOf, listDay, verifyFile } from "./list"
export { nextOf, requireSeen, seenAs } from "./seen"

export { bear, type Change, commit, movedOn } from "./commit"
export { AuditEvent, type ChainFault, chainFaults, type Head, unborn } from "./event"
export { eventsOf, listDay, verifyFile } from "./list"

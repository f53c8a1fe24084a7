export { endSession, listSessions } from "./end-session"
export { closeSession, findSession, renewSession, startSession } from "./keep-session"
export { claimsAge, endsAt, personIn, type Session, sessionHours } from "./session"

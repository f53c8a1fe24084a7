export { endSession, listSessions } from "./end-session"
export { closeSession, findSession, renewSession, startSession } from "./keep-session"
export {
  type Colleague,
  findColleague,
  hasLeft,
  letLeave,
  letReturn,
  listModerators,
  listPeople,
} from "./people"
export { claimsAge, endsAt, personIn, type Session, sessionHours } from "./session"

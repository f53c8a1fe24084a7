export { endSession, listSessions } from "./end-session"
export type { Assigned, GivenRoles } from "./given-roles"
export {
  type Invitation,
  type Invitations,
  invitationDays,
  invite,
  listInvitations,
  withdrawInvitation,
} from "./invitations"
export { closeSession, findSession, renewSession, startSession } from "./keep-session"
export {
  type Colleague,
  findColleague,
  findPerson,
  letLeave,
  letReturn,
  listModerators,
  listPeople,
} from "./people"
export { giveRoles, recognise } from "./recognise"
export { claimsAge, endsAt, personIn, type Session, sessionHours } from "./session"

export {
  createAuthority,
  editAuthority,
  getAuthority,
  listAuthorities,
  registerAuthority,
} from "./authorities"
export type { Authority, AuthorityRecord } from "./authority"
export { type ChannelFormat, channelFormats, secretOf } from "./channel"
export { authorityRecords, findAuthority } from "./find"
export type { AgencyKey } from "./key"
export { authenticateAgency, issueAgencyKey, listAgencyKeys, revokeAgencyKey } from "./keys"
export { inTree, superiorsOf } from "./tree"
export { addSecret, endSecret, removeWebhook, setWebhook } from "./webhook"

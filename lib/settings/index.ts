export { type Contacts, defaultContacts } from "./contacts"
export { defaultEntry } from "./defaults"
export { choosable, type Entry, type EntryKind, entryKinds, entryOf, hasText } from "./entry"
export {
  defaultRetention,
  type Retention,
  type RetentionName,
  retentionBounds,
  retentionNames,
} from "./retention"
export { type LimitName, limitBounds, limitNames, type SetLimits } from "./set-limits"
export {
  contactsNow,
  contactsStored,
  getSettings,
  retentionNow,
  type Settings,
  saveEntry,
  setContacts,
  setLimits,
  setRetention,
  setTargets,
  settingsNow,
} from "./settings"
export { type Targets, type Weights, weightNames } from "./targets"

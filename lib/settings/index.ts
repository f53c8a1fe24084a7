export { type Contacts, defaultContacts } from "./contacts"
export { defaultEntry } from "./defaults"
export { choosable, type Entry, type EntryKind, entryKinds, entryOf, hasText } from "./entry"
export { type LimitName, limitBounds, limitNames, type SetLimits } from "./set-limits"
export {
  contactsNow,
  contactsStored,
  getSettings,
  type Settings,
  saveEntry,
  setContacts,
  setLimits,
  setTargets,
  settingsNow,
} from "./settings"
export { type Targets, type Weights, weightNames } from "./targets"

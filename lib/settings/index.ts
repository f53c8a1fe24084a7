export { defaultEntry } from "./defaults"
export { choosable, type Entry, type EntryKind, entryKinds, entryOf, hasText } from "./entry"
export { getSettings, type Settings, saveEntry, setTargets, settingsNow } from "./settings"
export { type Targets, type Weights, weightNames } from "./targets"

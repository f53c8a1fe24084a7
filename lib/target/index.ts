export { type Listing, listingOf, type PlatformId } from "./platform/table"
export { readTargets } from "./read-targets"
export { type Sharing, sharingOf } from "./sharing"
export type { Reading, Target, TargetRule } from "./target"

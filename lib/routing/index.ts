export { type Estimate, estimateCase, getEstimate } from "./estimate"
export {
  type Because,
  type CaseFacts,
  type Conditions,
  criminalThreshold,
  type Rule,
  type Suggestion,
  siteKinds,
} from "./rule"
export {
  discardRules,
  getRouting,
  listRuleSets,
  publishRules,
  type Routing,
  removeRule,
  saveRule,
  seedRules,
} from "./rules"
export { type Routed, suggestAuthorities, type TriedDraft, tryRules } from "./suggest"

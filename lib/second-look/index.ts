export { askForLook, drawForLook } from "./ask-for-look"
export { type Looks, listLooks } from "./list-looks"
export { type Agreement, agreementOf, verdicts } from "./look"
export { type Blind, giveLook, nextLook } from "./take-look"

export { decryptUnder, encryptUnder, idUnder, Secret } from "./encrypted"
export { dropEntry, keepEntry, openEntry } from "./entry"
export { entryHoursMax, type FormEntry, type Refusal } from "./form-entry"

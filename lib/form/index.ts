export { decryptUnder, encryptUnder, idUnder, Secret } from "./encrypted"
export { dropEntry, entryHoursMax, type FormEntry, keepEntry, openEntry, type Refusal } from "./entry"

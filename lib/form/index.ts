export { dropEntry, entryHoursMax, type FormEntry, keepEntry, openEntry, type Refusal } from "./entry"
export { idUnder, decryptUnder, Secret, encryptUnder } from "./encrypted"

import pino from "pino"

/** Structured lines on standard output. Never a receipt code, a contact, a secret or an address of a person. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  redact: ["code", "contact", "*.code", "*.contact", "*.email", "authorization", "*.authorization"],
})

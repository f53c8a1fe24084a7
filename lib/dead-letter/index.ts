export { type DeadLetter, listDeadLetters, noteFailure, redriveLetter, settleLetter } from "./dead-letter"

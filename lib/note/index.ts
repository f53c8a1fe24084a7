export { listNotes, type Note, writeNote } from "./note"

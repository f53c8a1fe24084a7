import { z } from "zod"
import { commit, initialHead } from "@/lib/audit"
import { getCaseRecord, insiders } from "@/lib/case"
import type { PersonRef } from "@/lib/kernel/actor"
import { personRefOf } from "@/lib/kernel/context"
import { sha256 } from "@/lib/kernel/crypto"
import { CaseId, type NoteId, newId, TipId } from "@/lib/kernel/id"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { getTipRecord } from "@/lib/tip"
import { NoteEntity } from "./note.entity"

/** What somebody of the staff noted for colleagues about a tip or a case. It is never changed, and goes to nobody else. */
export type Note = {
  readonly noteId: NoteId
  readonly text: string
  readonly writtenAt: string
  readonly author: PersonRef
}

/** A tip or a case. */
const File = z.union([
  z.object({ tipId: TipId, caseId: z.undefined().optional() }),
  z.object({ caseId: CaseId, tipId: z.undefined().optional() }),
])
type File = z.infer<typeof File>

/** @throws {DomainError} not-found */
const fileOf = async ({ tipId, caseId }: File): Promise<string> =>
  tipId === undefined ? (await getCaseRecord(caseId)).caseId : (await getTipRecord(tipId)).tipId

/**
 * Notes something about a tip or a case, in whatever state. Whoever is at work on it is not overtaken: a note is a
 * record of its own.
 * @throws {DomainError} not-found
 */
export const writeNote = verb(
  {
    name: "note.write",
    by: ["moderator", "case-officer"],
    input: z.object({ of: File, text: Written({ min: 2, max: 5_000 }) }),
  },
  async (ctx, { of, text }): Promise<void> => {
    const file = await fileOf(of)
    const noteId = newId("not")
    const note = { noteId, file, text, writtenAt: ctx.now, author: personRefOf(ctx) }
    await commit(ctx, {
      file,
      subject: noteId,
      from: initialHead,
      event: { type: "note.written", data: { textHash: sha256(text) } },
      record: (next) => put(NoteEntity.create({ ...note, ...next })),
    })
  },
)

/** What was noted about a tip or a case, oldest first. */
export const listNotes = verb(
  { name: "note.list", by: insiders, input: z.object({ of: File }) },
  async (_ctx, { of: { tipId, caseId } }): Promise<Note[]> => {
    const { data } = await NoteEntity.query.file({ file: tipId ?? caseId ?? "" }).go({ pages: "all" })
    return data
      .map(({ noteId, text, writtenAt, author }) => ({ noteId, text, writtenAt, author }))
      .toSorted((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1))
  },
)

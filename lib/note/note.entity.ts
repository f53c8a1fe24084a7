import { CustomAttributeType, Entity } from "electrodb"
import type { PersonRef } from "@/lib/kernel/actor"
import type { NoteId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"

/** Answers: what the staff noted about a tip or a case (in its partition). Its one event carries the text's hash. */
export const NoteEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "note", version: "1", service },
        attributes: {
          noteId: { type: CustomAttributeType<NoteId>("string"), required: true },
          file: { type: "string", required: true },
          text: { type: "string", required: true },
          writtenAt: { type: "string", required: true },
          author: { type: CustomAttributeType<PersonRef>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          file: {
            pk: { field: "pk", composite: ["file"], template: "${file}" },
            sk: { field: "sk", composite: ["noteId"], template: "note#${noteId}" },
          },
        },
      },
      tableConfig,
    ),
)

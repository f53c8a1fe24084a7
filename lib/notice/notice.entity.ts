import { CustomAttributeType, Entity } from "electrodb"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import {
  type Confirmed,
  type Correction,
  type KeptFigure,
  type Notice,
  type NoticeRow,
  noticeStatuses,
  type PublishedRow,
} from "./notice"

const text = {
  slug: { type: "string", required: true },
  title: { type: CustomAttributeType<Notice["title"]>("any"), required: true },
  body: { type: CustomAttributeType<Notice["body"]>("any"), required: true },
  campaign: { type: "string" },
} as const

const pk = { field: "pk", composite: ["slug"], template: "notice#${slug}" } as const

/** Answers: a notice at work (by slug); all of them, by their last edit (by index). */
export const NoticeEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "notice", version: "1", service },
        attributes: {
          ...text,
          status: { type: noticeStatuses, required: true },
          editedBy: { type: CustomAttributeType<Notice["editedBy"]>("any"), required: true },
          editedAt: { type: "string", required: true },
          submittedBy: { type: CustomAttributeType<NonNullable<Notice["submittedBy"]>>("any") },
          returned: { type: CustomAttributeType<NonNullable<Notice["returned"]>>("any") },
          correction: { type: CustomAttributeType<Correction>("any") },
          published: { type: "number", required: true },
          demo: { type: "boolean" },
          row: { type: CustomAttributeType<NoticeRow>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          notice: { pk, sk: { field: "sk", composite: [], template: "notice" } },
          all: {
            index: "worklist",
            projection: ["row"],
            pk: { field: "wl_pk", composite: [], template: "notices" },
            sk: {
              field: "wl_sk",
              composite: ["editedAt", "slug"],
              template: "${editedAt}#${slug}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)

/** Answers: one published version (by slug and number); all of a notice, newest first. Written once. */
export const VersionEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "notice-version", version: "1", service },
        attributes: {
          ...text,
          number: { type: "number", required: true, padding: { length: 4, char: "0" } },
          figures: { type: CustomAttributeType<KeptFigure[]>("any"), required: true },
          publishedAt: { type: "string", required: true },
          correction: { type: CustomAttributeType<Correction>("any") },
          confirmed: { type: CustomAttributeType<readonly Confirmed[]>("any") },
        },
        indexes: {
          version: { pk, sk: { field: "sk", composite: ["number"], template: "version#${number}" } },
        },
      },
      tableConfig,
    ),
)

/** Answers: which version of a notice is the latest; what is published, by time (by index). */
export const LatestEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "notice-latest", version: "1", service },
        attributes: {
          slug: { type: "string", required: true },
          number: { type: "number", required: true },
          publishedAt: { type: "string", required: true },
          row: { type: CustomAttributeType<PublishedRow>("any"), required: true },
        },
        indexes: {
          latest: { pk, sk: { field: "sk", composite: [], template: "latest" } },
          published: {
            index: "worklist",
            projection: ["row"],
            pk: { field: "wl_pk", composite: [], template: "notices#published" },
            sk: {
              field: "wl_sk",
              composite: ["publishedAt", "slug"],
              template: "${publishedAt}#${slug}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)

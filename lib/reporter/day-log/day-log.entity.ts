import { CustomAttributeType, Entity } from "electrodb"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { DayHead } from "./day-head"

/** Answers: the signed heads of days, by day (in one partition: one a day). */
export const DayLogEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "day-log", version: "1", service },
        attributes: {
          day: { type: "string", required: true },
          size: { type: "number", required: true },
          root: { type: "string", required: true },
          acts: { type: CustomAttributeType<NonNullable<DayHead["acts"]>>("any") },
          signed: { type: "string", required: true },
          closedAt: { type: "string", required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          all: {
            pk: { field: "pk", composite: [], template: "day-log" },
            sk: { field: "sk", composite: ["day"], template: "day#${day}" },
          },
        },
      },
      tableConfig,
    ),
)

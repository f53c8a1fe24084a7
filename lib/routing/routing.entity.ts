import { CustomAttributeType, Entity } from "electrodb"
import type { PersonRef } from "@/lib/kernel/actor"
import type { CaseId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { Rule } from "./rule"

/** Answers: the rules in force and the draft of the next. There is one. */
export const RoutingEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "routing", version: "1", service },
        attributes: {
          /** Of the rules in force; 0 before the first. */
          number: { type: "number", required: true },
          rules: { type: CustomAttributeType<Rule[]>("any"), required: true },
          draft: { type: CustomAttributeType<Rule[]>("any") },
          draftedBy: { type: CustomAttributeType<PersonRef>("any") },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          routing: {
            pk: { field: "pk", composite: [], template: "routing" },
            sk: { field: "sk", composite: [], template: "rules" },
          },
        },
      },
      tableConfig,
    ),
)

/** Answers: the rules as they were in force, by number. */
export const RuleSetEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "rule-set", version: "1", service },
        attributes: {
          number: { type: "number", required: true, padding: { length: 6, char: "0" } },
          rules: { type: CustomAttributeType<Rule[]>("any"), required: true },
          publishedAt: { type: "string", required: true },
          publishedBy: { type: CustomAttributeType<PersonRef>("any"), required: true },
        },
        indexes: {
          all: {
            pk: { field: "pk", composite: [], template: "routing" },
            sk: { field: "sk", composite: ["number"], template: "rule-set#${number}" },
          },
        },
      },
      tableConfig,
    ),
)

/** Answers: what a case officer estimates of a case (in the case's partition). */
export const EstimateEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "case-estimate", version: "1", service },
        attributes: {
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
          gain: { type: "number" },
          works: { type: "number" },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          case: {
            pk: { field: "pk", composite: ["caseId"], template: "${caseId}" },
            sk: { field: "sk", composite: [], template: "estimate" },
          },
        },
      },
      tableConfig,
    ),
)

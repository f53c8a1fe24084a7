import { Entity } from "electrodb"
import { describe, expect, it } from "vitest"
import type { z } from "zod"
import { StoredEvent } from "@/lib/audit"
import { EventEntity } from "@/lib/audit/event.entity"
import { kindsWithHead } from "@/lib/audit/read-file"
import { Authority } from "@/lib/authority/authority"
import { AuthorityEntity } from "@/lib/authority/authority.entity"
import { CampaignInput } from "@/lib/campaign"
import { CampaignEntity } from "@/lib/campaign/campaign.entity"
import { Evidence } from "@/lib/evidence/evidence"
import { EvidenceEntity } from "@/lib/evidence/evidence.entity"
import { table } from "@/lib/store/table-description"

type Field = { readonly field: string; readonly composite: readonly string[]; readonly template?: string }
type Index = {
  readonly index?: string
  readonly projection?: readonly string[] | string
  readonly pk: Field & { readonly casing?: string }
  readonly sk?: Field & { readonly casing?: string }
}
type Schema = {
  readonly model: { readonly entity: string; readonly service: string }
  readonly attributes: Readonly<Record<string, { readonly required?: boolean }>>
  readonly indexes: Readonly<Record<string, Index>>
}

const modules = import.meta.glob("../../lib/**/*.entity.ts", { eager: true })
const schemas = Object.values(modules)
  .flatMap((found) => Object.values(found as Record<string, unknown>))
  .filter((value) => value instanceof Entity)
  // ElectroDB's own type of a schema is as wide as its entities differ.
  .map(({ schema }) => schema as unknown as Schema)

const indexes = schemas.flatMap(({ model, indexes: own }) =>
  Object.entries(own).map(([name, index]) => [`${model.entity}.${name}`, index] as const),
)

const isShapeIndex = (name: string): name is keyof typeof table.indexes => name in table.indexes

describe("the entities", () => {
  it("are found, each under a name of its own", () => {
    const names = schemas.map(({ model }) => model.entity)
    expect(names.length).toBeGreaterThan(10)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(indexes)(
    "%s lies in the keys that the table description describes",
    (_, { index = "", pk, sk }) => {
      const wanted = index === "" ? table.key : isShapeIndex(index) ? table.indexes[index] : undefined
      expect({ hash: pk.field, range: sk?.field }).toMatchObject({ hash: wanted?.hash, range: wanted?.range })
    },
  )

  it.each(indexes.filter(([, { index }]) => index === "worklist"))(
    "%s asks the worklist for no more than it carries",
    (_, { projection }) => {
      expect(projection).toEqual(["row"])
    },
  )

  it.each(indexes.filter(([, { sk }]) => sk?.composite.some((name) => /(^at|At)$/.test(name))))(
    "%s keeps the capitals of its times, so that a cursor finds its place",
    (_, { sk }) => {
      expect(sk?.casing).toBe("none")
    },
  )

  it.each(schemas.map((schema) => [schema.model.entity, schema] as const))(
    "%s names in each key all that it is made of",
    (_, { indexes: own }) => {
      for (const { pk, sk } of Object.values(own))
        for (const field of [pk, ...(sk ? [sk] : [])])
          for (const name of field.composite) expect(field.template).toContain(`\${${name}}`)
    },
  )

  it("with a version and a head are known to the check of the audit trail", () => {
    const headed = schemas.filter(({ attributes }) => attributes.head && attributes.version)
    expect(headed.map(({ model }) => model.entity).toSorted()).toEqual(kindsWithHead.toSorted())
  })

  it("share no key, except where one partition holds a file's several records", () => {
    const keys = schemas.flatMap(({ indexes: own }) =>
      Object.values(own)
        .filter(({ index }) => index === undefined)
        .map(({ pk, sk }) => `${pk.template}|${sk?.template}`.replaceAll(/\$\{\w+\}/g, "*")),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })
})

/** What a record holds for the table's sake, beside what its schema says. */
const kept: Readonly<Record<string, readonly string[]>> = {
  authority: ["version", "head"],
  campaign: ["state", "endedOn", "ending", "contentHash", "version", "head"],
  event: ["day", "isMoved"],
  evidence: ["row", "bytesHash", "waitsFor", "shard", "askAt"],
}

const pairs: readonly (readonly [{ readonly schema: unknown }, z.ZodObject])[] = [
  [AuthorityEntity, Authority],
  [CampaignEntity, CampaignInput],
  [EventEntity, StoredEvent],
  [EvidenceEntity, Evidence],
]

describe("an entity with a zod schema", () => {
  it.each(
    pairs.map(([entity, schema]) => {
      const { model, attributes } = entity.schema as Schema
      return [model.entity, attributes, schema] as const
    }),
  )("%s keeps just what the schema allows, and needs just what it needs", (name, attributes, { shape }) => {
    const own = Object.keys(attributes).filter((key) => !kept[name]?.includes(key))
    expect(own.toSorted()).toEqual(Object.keys(shape).toSorted())
    for (const key of Object.keys(shape))
      expect([key, attributes[key]?.required ?? false]).toEqual([
        key,
        !shape[key]?.safeParse(undefined).success,
      ])
  })
})

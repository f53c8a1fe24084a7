import { stringify } from "csv-stringify/sync"
import fc from "fast-check"
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import { fieldsOfStep, steps } from "@/app/[locale]/report/steps"
import { POST as submit } from "@/app/api/v1/tips/route"
import { eventsOf } from "@/lib/audit"
import { listEvidence } from "@/lib/evidence"
import { setting } from "@/lib/kernel/config"
import { TipId } from "@/lib/kernel/id"
import { dynamo } from "@/lib/store/table"
import { getTip } from "@/lib/tip"
import { call } from "@/tests/support/app/call"
import { newBrowser } from "@/tests/support/app/form-browser"
import { answerStep, answers, sendReport } from "@/tests/support/app/report-steps"
import { csv, ndjson, sendBatch } from "@/tests/support/app/send-batch"
import { aTip } from "@/tests/support/factory"
import { almost, anyText, anyValue, inputsMax } from "@/tests/support/fuzz/inputs"
import { aHolder, aReport } from "@/tests/support/holder"
import { as } from "@/tests/support/people"

const timeout = 60_000 + inputsMax * 60
const share = (part: number) => ({ numRuns: Math.max(10, Math.round(inputsMax * part)) })

/** Many more reports and batches than anybody may send: what is counted is forgotten. */
beforeEach(() => void vi.stubEnv("REPORTS_PER_MINUTE_NORMAL", "100000000"))

/** On a machine that does much else, a store is silent now and then, which every door may say once. */
const patiently = async <Answer extends { readonly status: number }>(ask: () => Promise<Answer>) => {
  const first = await ask()
  return first.status === 503 ? ask() : first
}

const wholeTip = async (id: string) => {
  const tipId = TipId.parse(id)
  const [{ tip }, evidence, events] = await Promise.all([
    getTip(as("mei"), { tipId }),
    listEvidence(as("mei"), { tipId }),
    eventsOf(tipId),
  ])
  expect(tip.targets.length).toBeGreaterThan(0)
  expect(evidence).toHaveLength(tip.evidenceCount)
  expect(events).toHaveLength(1)
}

describe("generated inputs", () => {
  it(
    "to the API are taken whole or refused with a reason",
    async () => {
      const evidence = [{ name: "a.png", sizeBytes: 9 }]
      const bodies = fc.oneof(
        { weight: 5, arbitrary: almost({ ...aTip(), work: "A film", contact: "a@b.example", evidence }) },
        { weight: 1, arbitrary: anyValue },
      )
      await fc.assert(
        fc.asyncProperty(bodies, fc.ipV4(), fc.nat(), async (body, address, site) => {
          // So many reports of one site would be too many.
          const text = JSON.stringify(body).replace("films.pirate.example", `films-${site}.example`)
          const headers = { [setting("VIEWER_ADDRESS_HEADER")]: address }
          const { status, json } = await patiently(() =>
            call(submit, "/api/v1/tips", { body: text, headers }),
          )
          expect([201, 400, 415, 422]).toContain(status)
          if (status === 201) await wholeTip(json.tipId)
          else expect(json.title).toMatch(/\S/)
        }),
        share(0.3),
      )
    },
    timeout,
  )

  it(
    "to the form lead on or back to their page",
    async () => {
      const names = [...new Set([...Object.values(fieldsOfStep).flat(), "from", "entry"])]
      const fields = fc.dictionary(fc.constantFrom(...names), anyText, { maxKeys: 4, noNullPrototype: true })
      const browser = newBrowser("zh")
      for (const [step, good] of Object.entries(answers)) await answerStep(browser, step, { ...good }, "zh")
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...steps), fields, async (step, typed) => {
          const { status } = await patiently(() => answerStep(browser, step, typed, "zh"))
          // What is too long to be kept is answered at once.
          expect([303, 422]).toContain(status)
        }),
        share(0.3),
      )
      expect((await sendReport(browser, "zh")).status).toBe(303)
    },
    timeout,
  )

  describe("in batches", () => {
    let key: string
    beforeAll(async () => {
      key = (await aHolder("fuzz-all-films")).key
    })
    const send = async (body: string, type: string) => {
      await dynamo.deleteItem({
        TableName: setting("LIMITS_TABLE_NAME"),
        Key: { key: { S: `batches:${key.slice(0, 20)}` } },
      })
      const { status, answers: results } = await sendBatch(key, body, type)
      expect(status).toBe(200)
      for (const { status: taken, errors, tipId = "" } of results) {
        expect(["created", "exists", "invalid"]).toContain(taken)
        expect(errors?.map(({ rule }) => rule) ?? []).not.toContain("row-not-stored")
        if (taken === "created") await wholeTip(tipId)
      }
      return results
    }
    const rows = fc.array(almost(aReport("one")), { minLength: 1, maxLength: 10 })

    it(
      "of JSON are answered row by row, to the last",
      async () => {
        await fc.assert(
          fc.asyncProperty(rows, async (sent) => {
            expect(await send(sent.map((row) => JSON.stringify(row)).join("\n"), ndjson)).toHaveLength(
              sent.length,
            )
          }),
          share(0.03),
        )
      },
      timeout,
    )

    it(
      "of CSV are answered row by row",
      async () => {
        const delimiters = fc.constantFrom(",", ";", "\t")
        await fc.assert(
          fc.asyncProperty(rows, delimiters, async (sent, delimiter) => {
            const cells = sent.map((row) =>
              Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
            )
            await send(
              stringify(cells, { header: true, delimiter, columns: Object.keys(aReport("one")) }),
              csv,
            )
          }),
          share(0.01),
        )
      },
      timeout,
    )
  })
})

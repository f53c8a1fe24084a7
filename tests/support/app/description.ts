import Ajv from "ajv/dist/2020"
import formats from "ajv-formats"
import { expect } from "vitest"
import { GET as openapi } from "@/app/api/openapi.json/route"

export const description = await openapi().json()
const ajv = formats(new Ajv({ strict: false, allErrors: true }))
ajv.addSchema({ ...description, $id: "openapi" })

/** Holds a real answer against what the API says of itself. */
export const expectToMatch = (
  value: unknown,
  path: string,
  method: string,
  status: number,
  type = "application/json",
) => {
  const steps = ["paths", path, method, "responses", String(status), "content", type, "schema"]
  const pointer = steps
    .map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/")
  const isValid = ajv.validate({ $ref: `openapi#/${pointer}` }, value)
  expect(ajv.errors ?? [], JSON.stringify(ajv.errors)).toEqual([])
  expect(isValid).toBe(true)
}

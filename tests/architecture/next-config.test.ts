import { expect, it } from "vitest"
import config from "@/next.config"

it("the headers of next.config name no content type: OpenNext writes them into the request, where a form has its own", async () => {
  const rules = (await config.headers?.()) ?? []
  const keys = rules.flatMap(({ headers }) => headers.map(({ key }) => key.toLowerCase()))
  expect(keys).toContain("x-content-type-options")
  expect(keys).not.toContain("content-type")
})

import { describe, expect, it, vi } from "vitest"
import { freePort } from "@/infra/local/environment/ports"
import { call } from "@/tests/support/app/call"
import { aTip } from "@/tests/support/factory"

/** The routes as a process knows them whose stores do not answer. */
const withoutStores = async () => {
  const nowhere = `http://127.0.0.1:${await freePort()}`
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: nowhere,
    AWS_ENDPOINT_URL_S3: nowhere,
    LOG_LEVEL: "silent",
  })
  vi.resetModules()
  const [{ POST: submit }, { GET: ready }, { GET: health }, { GET: contact }] = await Promise.all([
    import("@/app/api/v1/tips/route"),
    import("@/app/api/health/ready/route"),
    import("@/app/api/health/route"),
    import("@/app/[locale]/contact/route"),
  ])
  return { submit, ready, health, contact }
}

describe("while the stores do not answer", () => {
  it("a tip is refused with when to try again, and nothing of the fault is told", async () => {
    const { submit } = await withoutStores()
    const { status, json, response } = await call(submit, "/api/v1/tips", { body: aTip() })
    expect(status).toBe(503)
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0)
    expect(json.requestId).toMatch(/^req_/)
    expect(JSON.stringify(json)).not.toMatch(/ECONN|127\.0\.0\.1|Error/)
  })

  it("the portal lives and says that it is not ready", async () => {
    const { ready, health } = await withoutStores()
    expect((await call(health, "/api/health")).status).toBe(200)
    const { status, json } = await call(ready, "/api/health/ready")
    expect(status).toBe(503)
    expect(json.stores).toEqual({ table: "unreachable", bucket: "unreachable" })
  })

  it("the public still reads whom to ask, as the deployment says", async () => {
    vi.stubEnv("CONTACT_EMAIL", "help@portal.example")
    const { contact } = await withoutStores()
    const request = new Request("http://localhost:3000/en/contact")
    const response = await contact(request, { params: Promise.resolve({ locale: "en" }) })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain("help@portal.example")
    vi.unstubAllEnvs()
  })
})

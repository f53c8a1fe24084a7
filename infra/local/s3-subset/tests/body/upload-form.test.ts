import type { IncomingMessage } from "node:http"
import { Readable } from "node:stream"
import { setTimeout as pause } from "node:timers/promises"
import { afterEach, beforeEach, expect, it } from "vitest"
import { openUploadForm } from "../../src/body/upload-form"

const uncaught: unknown[] = []
const note = (error: unknown) => uncaught.push(error)
beforeEach(() => void process.on("uncaughtExceptionMonitor", note))
afterEach(() => void process.off("uncaughtExceptionMonitor", note))

const requestOf = (body: string) =>
  Object.assign(Readable.from([Buffer.from(body)]), {
    headers: { "content-type": "multipart/form-data; boundary=b" },
    complete: true,
  }) as unknown as IncomingMessage

it("refuses a form that is broken and cut off, which the parser complains of twice", async () => {
  const opening = openUploadForm(requestOf("--b\r\n\r\n"))
  await expect(opening).rejects.toMatchObject({ code: "MalformedPOSTRequest" })
  await pause(20)
  expect(uncaught).toEqual([])
})

import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { preview } from "@/app/admin/(staff)/tips/[id]/evidence/[eid]/preview/preview"
import { contextFor } from "@/lib/kernel/context"
import { submitted } from "@/tests/support/factory"
import { as, reporterOf } from "@/tests/support/people"
import { draw, drawnFile } from "@/tests/support/sealed"
import { inspect, send } from "@/tests/support/upload"

const withFile = async () => {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#a33" } })
    .withExif({ IFD0: { Artist: "the reporter" } })
    .jpeg()
    .toBuffer()
  const { tipId, uploads } = await submitted({ evidence: [{ name: "shot.jpg", sizeBytes: bytes.length }] })
  const upload = uploads[0]
  if (!upload) throw new Error("no upload")
  await send(upload, "shot.jpg", bytes)
  await inspect(upload, "shot.jpg")
  await draw({ tipId, evidenceId: upload.evidenceId })
  return { id: tipId, eid: upload.evidenceId }
}

describe("the preview of a file", () => {
  it("is an image made anew, which the browser is told to treat as nothing else", async () => {
    const response = await preview(as("auditor"), await withFile())
    expect(response.headers.get("content-type")).toBe("image/webp")
    expect(response.headers.get("x-content-type-options")).toBe("nosniff")
    expect(response.headers.get("content-security-policy")).toContain("sandbox")
    const { width, format, exif } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
    expect({ width, format, exif }).toEqual({ width: 40, format: "webp", exif: undefined })
  })

  it("of a text is plain text in which nothing runs or turns around", async () => {
    const { ids } = await drawnFile("page.html", Buffer.from("<script>1</script>\u202eabc\r\n\x1b[31mred"))
    const response = await preview(as("mei"), { id: ids.tipId, eid: ids.evidenceId })
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8")
    expect(response.headers.get("x-content-type-options")).toBe("nosniff")
    expect(response.headers.get("content-security-policy")).toContain("sandbox")
    expect(await response.text()).toBe("<script>1</script>⟨U+202E⟩abc\n\ufffd[31mred")
  })

  it("of another tip's file is absent", async () => {
    const { eid } = await withFile()
    const { tipId } = await submitted()
    await expect(preview(as("mei"), { id: tipId, eid })).rejects.toMatchObject({ code: "not-found" })
  })

  it("is refused to whoever may not see the tip, and to whoever is not signed in", async () => {
    const { tipId } = await submitted()
    const at = { id: tipId, eid: "evd_none" }
    await expect(preview(as("pia"), at)).rejects.toMatchObject({ code: "forbidden" })
    await expect(preview(as("officer"), at)).rejects.toMatchObject({ code: "forbidden" })
    await expect(preview(reporterOf(tipId), at)).rejects.toMatchObject({ code: "forbidden" })
    await expect(preview(contextFor({ kind: "visitor" }), at)).rejects.toMatchObject({
      code: "unauthenticated",
    })
  })
})

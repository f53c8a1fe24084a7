import { expect, it } from "vitest"
import { html } from "@/app/_document/html"

const turned = "free \u202eelif.exe"

it("shows marks that turn the reading order by their numbers, wherever a text stands", async () => {
  const page = (
    <html lang="en">
      <title>{turned}</title>
      <body>
        <p title={turned}>
          {turned} &lt;{turned}&gt;
        </p>
        <textarea name="a" defaultValue={turned} />
        <input name="b" defaultValue={turned} />
        <b>{turned}</b>
      </body>
    </html>
  )
  const text = await (await html(page)).text()
  const shown = "free ⟦U+202E⟧elif.exe"
  expect(text).toContain(`<title>${shown}</title>`)
  expect(text).toContain(`>${shown} &lt;${shown}&gt;</p>`)
  expect(text).toContain(`<b>${shown}</b>`)
  // What was typed stays as it was.
  expect(text).toContain(`<textarea name="a">${turned}</textarea>`)
  expect(text).toContain(`value="${turned}"`)
})

import { stringify } from "csv-stringify/sync"
import { beforeAll, describe, expect, it } from "vitest"
import { POST as understood } from "@/app/[locale]/report/understood/route"
import { POST as lookup } from "@/app/api/v1/receipts/lookup/route"
import { POST as submit } from "@/app/api/v1/tips/route"
import { getTip, type Tip } from "@/lib/tip"
import { call } from "@/tests/support/app/call"
import { newBrowser } from "@/tests/support/app/form-browser"
import { answerStep, answers, sendReport } from "@/tests/support/app/report-steps"
import { csv, sendBatch } from "@/tests/support/app/send-batch"
import { aTip } from "@/tests/support/factory"
import { aHolder, aReport } from "@/tests/support/holder"
import { as } from "@/tests/support/people"

let key: string
beforeAll(async () => {
  key = (await aHolder("pasting-films")).key
})

const taken = [
  ["https：//films.example/1。", "films.example"],
  ["《电影全集》在 https://films。example/watch/1，免费看", "films.example"],
  ["\u200b\u202ahttps://m.films.example/#/play/8812", "films.example"],
  ["https://films.example/?12345&utm_source=wx", "films.example"],
  [
    "链接: https://pan.baidu.com/s/1AbC_d-9 提取码: 1234 复制这段内容后打开百度网盘手机App",
    "baidu-pan:AbC_d-9",
  ],
  ["7.43 复制打开抖音，看看【影视君的作品】全集 https://v.douyin.com/iRNBho5m/", "douyin-link:iRNBho5m"],
  ["【淘宝】https://m.tb.cn/h.5Abc9Xy CZ0001 「U盘电影」点击链接直接打开", "taobao-link:h.5Abc9Xy"],
  [
    "magnet:?xt=urn:btih:3B245504CF5F11BBDBE1201CEA6A6BF45AEE1BC0&dn=film",
    "btih:3b245504cf5f11bbdbe1201cea6a6bf45aee1bc0",
  ],
  [`thunder://${Buffer.from("AAhttp://films.example/a.mkvZZ").toString("base64")}`, "films.example"],
  ["https://item.m.jd.com/product/100.html?gx=R", "item.jd.com:100"],
  ["https://appgallery.huawei.com/#/app/C123", "huawei-appgallery:c123"],
  ["https://s3.amazonaws.com/b/f", "s3.amazonaws.com"],
  ["微信公众号：影视君", "wechat-official:影视君"],
  ["Watch it at films[.]example/free (no sign-up!)", "films.example"],
  ["https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1s", "youtube-video:dQw4w9WgXcQ"],
  ["https://t.me/freefilms/120", "telegram:freefilms"],
] as const

const refused = [
  ["http://a.local./", "url-private"],
  ["https://www.douyin.com/", "url-whole-platform"],
  ["https://films example/", "url-broken"],
  ["javascript:alert(1)", "url-scheme"],
  ["http://0.0.0.0/", "url-reserved"],
] as const

const readingOf = ({ targets }: Pick<Tip, "targets">) => targets.map(({ typed, site }) => [typed, site])

describe.each(taken)("%s", (typed, site) => {
  it("is the same target by the API, and is told to its sender word for word", async () => {
    const { status, json } = await call(submit, "/api/v1/tips", { body: aTip({ targets: [typed] }) })
    expect(status).toBe(201)
    expect(readingOf(json)).toEqual([[typed, site]])
    const { json: followed } = await call(lookup, "/api/v1/receipts/lookup", { body: json.receipt })
    expect(readingOf(followed)).toEqual([[typed, site]])
  })

  it("by the form", async () => {
    const browser = newBrowser("zh")
    for (const [step, fields] of Object.entries({ ...answers, where: { targets: typed } }))
      await answerStep(browser, step, { ...fields }, "zh")
    const { document } = await browser.post(understood, "/zh/report/understood", { targets: typed })
    // Marks that nobody sees are shown by their numbers, or not at all.
    expect(document.querySelector("code")?.textContent).toBe(typed.replace("\u202a", "⟦U+202A⟧"))
    expect((await sendReport(browser, "zh")).status).toBe(303)
  })

  it("and by a batch", async () => {
    const { reference: _, ...report } = aReport("x")
    const row = { ...report, reference: `paste-${site} ${typed.length}`, targets: typed }
    const { answers: results } = await sendBatch(key, stringify([row], { header: true }), csv)
    const { tip } = await getTip(as("mei"), { tipId: results[0]?.tipId ?? "" })
    expect(readingOf(tip)).toEqual([[typed, site]])
  })
})

describe.each(refused)("%s", (typed, rule) => {
  it("is told to be no target by API, form and batch alike", async () => {
    const { status, json } = await call(submit, "/api/v1/tips", {
      headers: { "accept-language": "zh" },
      body: aTip({ targets: ["https://a.example/", typed] }),
    })
    expect([status, json.errors]).toMatchObject([422, [{ pointer: "#/targets/1", rule }]])
    const { message } = json.errors[0]
    const { text } = await newBrowser("zh").post(understood, "/zh/report/understood", { targets: typed })
    expect(text).toContain(message)
    const { answers: results } = await sendBatch(
      key,
      `${JSON.stringify({ ...aReport(rule), targets: [typed] })}\n`,
    )
    expect(results[0]).toMatchObject({ status: "invalid", errors: [{ pointer: "#/targets/0", rule }] })
  })
})

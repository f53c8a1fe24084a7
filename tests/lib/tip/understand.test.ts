import { expect, it } from "vitest"
import { understandTargets } from "@/lib/tip"
import { visitor } from "@/tests/support/people"

const understood = async (typed: string) => (await understandTargets(visitor(), { targets: [typed] }))[0]

it.each([
  ["films.example/a", { target: { kind: "url", site: "films.example" } }],
  ["https://xn--p3t879b.example/", { host: { unicode: "电影.example", ascii: "xn--p3t879b.example" } }],
  ["https://电影.example/", { host: { unicode: "电影.example", ascii: "xn--p3t879b.example" } }],
  ["https://item.jd.com/100.html", { listing: { platform: "item.jd.com", unit: "listing", id: "100" } }],
  ["https://[2606:4700::1111]/", { target: { kind: "url", site: "[2606:4700::1111]" } }],
  [
    "链接: https://pan.baidu.com/s/1AbC 提取码: 1234",
    { listing: { platform: "baidu-pan", unit: "share", id: "AbC" }, target: { accessCode: "1234" } },
  ],
  ["Free Films Box", { target: { kind: "name", text: "Free Films Box" } }],
  ["http://10.0.0.1/", { rule: "url-private" }],
])("%s is shown as it will be read", async (typed, shown) => {
  expect(await understood(typed)).toMatchObject({ typed, ...shown })
})

it("says of a plain address neither a listing nor a second spelling", async () => {
  const { host, listing } = (await understood("https://films.example/")) ?? {}
  expect([host, listing]).toEqual([undefined, undefined])
})

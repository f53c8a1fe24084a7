import { describe, expect, it } from "vitest"
import { findingsOf } from "@/lib/collateral/findings"
import { wellKnown } from "@/lib/collateral/well-known"
import { readTargets } from "@/lib/target"

/** As the form reads what people paste. */
const siteOf = (typed: string) =>
  readTargets([typed]).flatMap((reading) => ("target" in reading ? [reading.target.site] : []))[0] ?? typed
const kindsOf = (typed: string) =>
  findingsOf([siteOf(typed)], wellKnown).map(({ kind, name }) => `${kind} ${name}`)

describe("the collateral check", () => {
  it.each([
    ["https://films.pirate-site.com/watch/1", []],
    ["https://www.盗版影视.中国/", []],
    ["https://free-movies.github.io/", ["suffix github.io"]],
    ["https://github.io/", ["suffix github.io"]],
    ["https://pirate.pages.dev/x", ["suffix pages.dev"]],
    ["https://pirate.blogspot.com/2026/1", ["suffix blogspot.com"]],
    ["https://s3.amazonaws.com/bucket/file", ["suffix s3.amazonaws.com"]],
    ["http://93.184.216.34/films", ["machine 93.184.216.34"]],
    ["https://pan.baidu.com/s/1AbCdEfGh", ["platform baidu-pan"]],
    ["https://www.gov.cn/x", ["known-good gov.cn"]],
    ["https://library.example.edu.cn/pirate", ["known-good edu.cn"]],
    ["https://cdn.jsdelivr.net/npm/x", ["known-good jsdelivr.net"]],
    ["https://notgov.cn.evil-site.com/", []],
    ["https://evil-wikipedia.org/", []],
    ["magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567", []],
    ["某个没有网址的应用", []],
  ])("%s", (typed, kinds) => {
    expect(kindsOf(typed)).toEqual(kinds)
  })

  it("names each site of a case by itself", () => {
    const found = findingsOf(["a.github.io", "b.example", "c.gov.cn"], ["gov.cn"])
    expect(found.map(({ site, kind }) => [site, kind])).toEqual([
      ["a.github.io", "suffix"],
      ["c.gov.cn", "known-good"],
    ])
  })
})

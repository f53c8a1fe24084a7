import { describe, expect, it } from "vitest"
import { readTarget } from "@/lib/tip"

const url = (text: string, site: string) => ({ kind: "url", text, site })

describe("a reported target", () => {
  it.each([
    ["https://www.films.example/a?b=1#top", url("https://www.films.example/a?b=1", "films.example")],
    ["films.example/watch", url("http://films.example/watch", "films.example")],
    ["hxxps://films[.]example/a", url("https://films.example/a", "films.example")],
    ["https://films.example/?utm_source=x&id=7&spm=a.b", url("https://films.example/?id=7", "films.example")],
    ["https://user:secret@films.example/", url("https://films.example/", "films.example")],
    ["https://电影.example/", url("https://xn--p3t879b.example/", "xn--p3t879b.example")],
    ["https://a.b.films.co.uk/", url("https://a.b.films.co.uk/", "films.co.uk")],
    ["https://pirate.github.io/x", url("https://pirate.github.io/x", "pirate.github.io")],
    ["8.8.8.8:8080/x", url("http://8.8.8.8:8080/x", "8.8.8.8")],
    [
      "https://apps.apple.com/cn/app/films/id123456",
      url("https://apps.apple.com/cn/app/films/id123456", "app-store:id123456"),
    ],
    [
      "https://play.google.com/store/apps/details?id=com.films",
      url("https://play.google.com/store/apps/details?id=com.films", "google-play:com.films"),
    ],
    [
      "https://appgallery.huawei.com/app/C123?utm_source=x",
      url("https://appgallery.huawei.com/app/C123", "huawei-appgallery:c123"),
    ],
    [
      "https://detail.tmall.com/item.htm?id=9&spm=a.b",
      url("https://detail.tmall.com/item.htm?id=9", "detail.tmall.com:9"),
    ],
    ["https://item.jd.com/100.html", url("https://item.jd.com/100.html", "item.jd.com:100")],
  ])("%s is read as what it names", (typed, target) => {
    expect(readTarget(typed)).toEqual(target)
  })

  it.each(["免费电影大全 app", "Free Films Box", "films"])("%s is taken for a name", (typed) => {
    expect(readTarget(typed)).toMatchObject({ kind: "name", text: typed })
  })

  it("is one site however a name is written", () => {
    const sites = ["Free  Films", "free films"]
      .map((typed) => readTarget(typed))
      .map((t) => typeof t === "object" && t.site)
    expect(new Set(sites).size).toBe(1)
  })

  it.each([
    ["javascript:alert(1)", "url-scheme"],
    ["JAVASCRIPT:alert(1)", "url-scheme"],
    ["data:text/html,x", "url-scheme"],
    ["file:///etc/passwd", "url-scheme"],
    ["ftp://films.example/", "url-scheme"],
    ["http://", "url-broken"],
    ["https://films example/", "url-broken"],
    ["http://localhost:3000/", "url-private"],
    ["http://10.0.0.1/", "url-private"],
    ["http://192.168.1.1/admin", "url-private"],
    ["http://127.0.0.1/", "url-private"],
    ["http://2130706433/", "url-private"],
    ["http://0x7f.1/", "url-private"],
    ["http://[::1]/", "url-private"],
    ["http://[::ffff:10.0.0.1]/", "url-private"],
    ["http://169.254.169.254/latest/meta-data", "url-private"],
    ["http://router.local/", "url-private"],
    ["http://intranet/", "url-private"],
  ])("%s is refused as %s", (typed, rule) => {
    expect(readTarget(typed)).toBe(rule)
  })
})

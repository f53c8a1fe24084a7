import { describe, expect, it } from "vitest"
import { readTargets } from "@/lib/target"

const url = (text: string, site: string) => ({ kind: "url", text, site })

/** What is read of one entry, without what was typed. */
const read = (typed: string) =>
  readTargets([typed]).map((one) => {
    if ("rule" in one) return one.rule
    const { typed: _, ...target } = one.target
    return target
  })
const textsOf = (typed: string) => read(typed).map((one) => (typeof one === "string" ? one : one.text))
const sitesOf = (typed: string) => read(typed).map((one) => (typeof one === "string" ? one : one.site))

describe("a reported target", () => {
  it.each([
    ["https://www.films.example/a?b=1#top", url("https://www.films.example/a?b=1", "films.example")],
    ["films.example/watch", url("http://films.example/watch", "films.example")],
    [
      "films.example/#!https://b.example/x",
      url("http://films.example/#!https://b.example/x", "films.example"),
    ],
    ["hxxps://films[.]example/a", url("https://films.example/a", "films.example")],
    ["https://films.example/?utm_source=x&id=7&spm=a.b", url("https://films.example/?id=7", "films.example")],
    ["https://user:secret@films.example/", url("https://films.example/", "films.example")],
    ["https://电影.example/", url("https://xn--p3t879b.example/", "xn--p3t879b.example")],
    ["https://a.b.films.co.uk/", url("https://a.b.films.co.uk/", "films.co.uk")],
    ["https://pirate.github.io/x", url("https://pirate.github.io/x", "pirate.github.io")],
    ["8.8.8.8:8080/x", url("http://8.8.8.8:8080/x", "8.8.8.8")],
    ["https://[2606:4700::1111]/", url("https://[2606:4700::1111]/", "[2606:4700::1111]")],
    ["rtmp://live.films.example/tv/1", url("rtmp://live.films.example/tv/1", "films.example")],
    ["ftp://films.example/a.mkv", url("ftp://films.example/a.mkv", "films.example")],
    ["https://films.example./a", url("https://films.example/a", "films.example")],
    ["HTTPS://FILMS.EXAMPLE/Aa", url("https://films.example/Aa", "films.example")],
  ])("%s is read as what it names", (typed, target) => {
    expect(read(typed)).toEqual([target])
  })

  it.each([
    ["https://m.films.example/#/play/8812", "https://m.films.example/#/play/8812"],
    ["https://m.films.example/#!/play?id=8&utm_source=x", "https://m.films.example/#!/play?id=8"],
    ["https://films.example/a#comments", "https://films.example/a"],
    ["https://films.example/?12345&utm_source=wx", "https://films.example/?12345"],
    ["https://films.example/?utm_source=wx", "https://films.example/"],
    ["https://films.example/s?q=%C4%E3%BA%C3&spm=a.1", "https://films.example/s?q=%C4%E3%BA%C3"],
    ["https://films.example/s?r=a/b:c&from=x+y&gclid=1", "https://films.example/s?r=a/b:c&from=x+y"],
    ["https://films.example/s?a=1&&b=&c", "https://films.example/s?a=1&&b=&c"],
    ["https://films.example/a%2Fb;p=1,2", "https://films.example/a%2Fb;p=1,2"],
    ["https://films.example/a_(2024)", "https://films.example/a_(2024)"],
    [
      "https://web.films.example/2020/https://other.example/",
      "https://web.films.example/2020/https://other.example/",
    ],
  ])("%s loses trackers as text, and nothing else", (typed, text) => {
    expect(textsOf(typed)).toEqual([text])
  })

  it.each([
    ["https：//films.example/1", "https://films.example/1"],
    ["https：／／films．example／watch／1", "https://films.example/watch/1"],
    ["ｈｔｔｐｓ：／／ｆｉｌｍｓ．ｅｘａｍｐｌｅ／１", "https://films.example/1"],
    ["films。example", "http://films.example/"],
    ["https://films。example/1", "https://films.example/1"],
    ["“https://films.example/1”", "https://films.example/1"],
    ["《https://films.example/1》", "https://films.example/1"],
    ["（https://films.example/1）", "https://films.example/1"],
    ["<https://films.example/1>", "https://films.example/1"],
    ["[films](https://films.example/1)", "https://films.example/1"],
    ["**https://films.example/1**", "https://films.example/1"],
    ["https://films.example/1。", "https://films.example/1"],
    ["https://films.example/1，免费看", "https://films.example/1"],
    ["https://films.example。免费看", "https://films.example/"],
    ["https://films.example免费看", "https://films.example/"],
    ["看这里https://films.example/1！！", "https://films.example/1"],
    ["See https://films.example/1.", "https://films.example/1"],
    ["\u200bhttps://films.example/1", "https://films.example/1"],
    ["\u200e\u202ahttps://films.example/1\u202c", "https://films.example/1"],
    ["\ufeffhttps://films\u00ad.example/1", "https://films.example/1"],
    ["https:// films.example/1", "https://films.example/1"],
    ["http:/films.example/1", "http://films.example/1"],
    ["https//films.example/1", "https://films.example/1"],
    ["ttps://films.example/1", "https://films.example/1"],
    ["https:\\\\films.example\\1", "https://films.example/1"],
    ["h**ps://films(dot)example/1", "https://films.example/1"],
    ["hxxp[:]//films[.]example/1", "http://films.example/1"],
    ["https%3A%2F%2Ffilms.example%2F1", "https://films.example/1"],
    ["https://films.example/1？id=2＆p=3", "https://films.example/1?id=2&p=3"],
    ["网址：films.example/1", "http://films.example/1"],
    ["网址films.example/1", "http://films.example/1"],
    ["https://films.example：8080/1", "https://films.example:8080/1"],
    ["www点films点com", "http://www.films.com/"],
    ["https://电影。中国/1", "https://xn--p3t879b.xn--fiqs8s/1"],
    ["view-source:https://films.example/1", "https://films.example/1"],
    ["https://link.zhihu.com/?target=https%3A//films.example/1", "https://films.example/1"],
  ])("%s holds one address", (typed, text) => {
    expect(textsOf(typed)).toEqual([text])
  })

  it.each([
    ["https://a.example/1、https://b.example/2"],
    ["https://a.example/1；https://b.example/2"],
    ["https://a.example/1 https://b.example/2"],
    ["https://a.example/1,https://b.example/2"],
    ["https://a.example/1;https://b.example/2"],
    ["https://a.example/1 和 https://b.example/2"],
    ["https://a.example/1https://b.example/2"],
    ["https://a.example/1|https://b.example/2"],
    ["1. https://a.example/1 2. https://b.example/2"],
    ["https://a.example/1\u3000https://b.example/2"],
    ["https://a.example/1\nhttps://b.example/2"],
  ])("%s holds two", (typed) => {
    expect(textsOf(typed)).toEqual(["https://a.example/1", "https://b.example/2"])
  })

  it.each([
    ["https://s3.amazonaws.com/b/f", "s3.amazonaws.com"],
    ["github.io", "github.io"],
    ["pages.dev/x", "pages.dev"],
    ["https://films.pages.dev/x", "films.pages.dev"],
    ["https://com.cn/", "com.cn"],
    ["https://blogspot.com/", "blogspot.com"],
    ["https://bucket.oss-cn-hangzhou.aliyuncs.com/a", "bucket.oss-cn-hangzhou.aliyuncs.com"],
  ])("%s is public, and its host the site", (typed, site) => {
    expect(sitesOf(typed)).toEqual([site])
  })

  it.each([
    ["https://www.baidu.com/s?wd=films", "baidu.com/s?wd=films"],
    ["https://new.qq.com/rain/a/2024A1", "new.qq.com/rain/a/2024A1"],
    ["https://www.douyin.com/search/films", "douyin.com/search/films"],
    ["https://t.cn/A6AbC", "t.cn/A6AbC"],
  ])("%s is a page of a platform, not the platform", (typed, site) => {
    expect(sitesOf(typed)).toEqual([site])
  })

  it("bounds what a long page of a platform is called", () => {
    const [site] = sitesOf(`https://www.baidu.com/s?wd=${"电".repeat(300)}`)
    expect(site).toMatch(/^baidu\.com\/#[0-9a-f]{16}$/)
  })

  it.each(["https://www.douyin.com/", "baidu.com", "m.weibo.cn", "http://qq.com"])(
    "%s names nothing on a platform",
    (typed) => {
      expect(read(typed)).toEqual(["url-whole-platform"])
    },
  )

  it("takes the name beside the address of a whole platform", () => {
    const [one] = read("抖音 https://www.douyin.com/ 账号：影视君")
    expect(one).toMatchObject({ kind: "name", text: "抖音 https://www.douyin.com/ 账号：影视君" })
  })

  it.each([
    "免费电影大全 app",
    "Free Films Box",
    "films",
    "App: FreeFilms",
    "影视君@某平台",
    "a@films.example",
  ])("%s is taken for a name", (typed) => {
    expect(read(typed)).toMatchObject([{ kind: "name", text: typed }])
  })

  it("is one site however a name is written", () => {
    expect(sitesOf("Free  Films")).toEqual(sitesOf("free films"))
    // Tips that are stored carry it.
    expect(sitesOf("free films")).toEqual(["name:77e0c5f95532b45a"])
  })

  it.each([
    ["javascript:alert(1)", "url-scheme"],
    ["JAVASCRIPT:alert(1)", "url-scheme"],
    ["javascript:location='https://films.example/'", "url-scheme"],
    ["data:text/html,x", "url-scheme"],
    ["file:///etc/passwd", "url-scheme"],
    ["gopher://films.example/", "url-scheme"],
    ["http://", "url-broken"],
    ["https://films example/", "url-broken"],
    ["https://films..example/", "url-broken"],
    [`https://${"a".repeat(64)}.example/`, "url-broken"],
    ["magnet:?xt=urn:btih:123", "url-broken"],
    ["ed2k://nothing", "url-broken"],
    ["thunder://AAAA", "url-broken"],
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
    ["http://a.local./", "url-private"],
    ["http://intranet/", "url-private"],
    ["http://100.64.0.1/", "url-private"],
    ["http://0.0.0.0/", "url-reserved"],
    ["http://224.0.0.1/", "url-reserved"],
    ["http://192.0.2.1/", "url-reserved"],
  ])("%s is refused as %s", (typed, rule) => {
    expect(read(typed)).toEqual([rule])
  })
})

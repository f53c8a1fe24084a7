import { describe, expect, it } from "vitest"
import { readTargets } from "@/lib/target"

/** What is read of one entry, without what was typed. */
const read = (typed: string) =>
  readTargets([typed]).map((one) => {
    if ("rule" in one) return one.rule
    const { typed: _, ...target } = one.target
    return target
  })
const sitesOf = (typed: string) => read(typed).map((one) => (typeof one === "string" ? one : one.site))

describe("a text as apps share it", () => {
  it.each([
    [
      "【淘宝】https://m.tb.cn/h.5Abc9Xy?tk=ZXcv CZ0001 「电影全集 U盘」点击链接直接打开",
      "taobao-link:h.5Abc9Xy",
    ],
    [
      "7.43 复制打开抖音，看看【影视君的作品】全集 https://v.douyin.com/iRNBho5m/ aB@c.dE 08/12",
      "douyin-link:iRNBho5m",
    ],
    [
      "https://v.kuaishou.com/AbC12 影视君 发了一个快手作品，一起来看！复制链接，打开【快手】",
      "kuaishou-work:AbC12",
    ],
    [
      "我用夸克网盘分享了「全集」，点击链接即可保存。\n链接：https://pan.quark.cn/s/0abc12",
      "quark-pan:0abc12",
    ],
    [
      "「全集」https://www.alipan.com/s/AbCdEf 点击链接保存，或者复制本段内容，打开「阿里云盘」APP",
      "alipan:AbCdEf",
    ],
    [
      "88 影视君发布了一篇小红书笔记，快来看吧！ http://xhslink.com/a/AbC12，复制本条信息，打开【小红书】App查看",
      "xiaohongshu-note:a/AbC12",
    ],
    ["【全集-哔哩哔哩】 https://b23.tv/AbC1234", "bilibili-work:AbC1234"],
    ["[京东] https://3.cn/1AbCd-x 「全套教材」", "jd-link:1AbCd-x"],
    [
      "通过网盘分享的文件：全集\n链接: https://pan.baidu.com/s/1AbC_d-9 提取码: 1234\n--来自百度网盘超级会员v5的分享",
      "baidu-pan:AbC_d-9",
    ],
  ])("%s is the one thing that was shared", (typed, site) => {
    expect(sitesOf(typed)).toEqual([site])
    expect(readTargets([typed])[0]?.typed).toBe(typed)
  })

  it.each([
    ["链接: https://pan.baidu.com/s/1AbC 提取码: 1234", ["1234"]],
    ["https://pan.baidu.com/s/1AbC?pwd=ab12", ["ab12"]],
    ["https://pan.baidu.com/s/1AbC\n提取码：１２３４", ["1234"]],
    ["提取码：x9y8 链接：https://pan.baidu.com/s/1AbC", ["x9y8"]],
    ["https://cloud.189.cn/t/AbC（访问码：u8k2）", ["u8k2"]],
    ["https://films.lanzoui.com/iAbCd1x 密码:4abc", ["4abc"]],
    ["https://115.com/s/sw3abc1?password=x1y2#", ["x1y2"]],
    ["https://drive.google.com/file/d/1AbCdEfGhIjK/view password: open12", ["open12"]],
    ["https://pan.baidu.com/s/1A 提取码 aaaa https://pan.baidu.com/s/1B 提取码 bbbb", ["aaaa", "bbbb"]],
    ["https://pan.baidu.com/s/1A 解压密码：filmsfilms 提取码：aaaa", ["aaaa"]],
    ["https://films.example/1", [undefined]],
  ])("%s keeps the code that opens it", (typed, codes) => {
    const lines = readTargets(typed.split("\n"))
    expect(lines.map((one) => "target" in one && one.target.accessCode)).toEqual(codes)
  })

  it.each([
    [
      "magnet:?xt=urn:btih:3B245504CF5F11BBDBE1201CEA6A6BF45AEE1BC0&dn=x",
      "btih:3b245504cf5f11bbdbe1201cea6a6bf45aee1bc0",
    ],
    [
      "magnet：？xt=urn:btih:HMSFKBGPL4I3XW7BEAOOU2TL6RNO4G6A",
      "btih:3b245504cf5f11bbdbe1201cea6a6bf45aee1bc0",
    ],
    ["3b245504cf5f11bbdbe1201cea6a6bf45aee1bc0", "btih:3b245504cf5f11bbdbe1201cea6a6bf45aee1bc0"],
    [`magnet:?xt=urn:btmh:1220${"ab".repeat(32)}`, `btmh:${"ab".repeat(32)}`],
    [
      "ed2k://|file|电影 全集.mkv|733999104|0123456789ABCDEF0123456789ABCDEF|/",
      "ed2k:0123456789abcdef0123456789abcdef",
    ],
    [`thunder://${Buffer.from("AAhttp://films.example/a.mkvZZ").toString("base64")}`, "films.example"],
    [
      `thunder://${Buffer.from("AAftp://u:p@films.example:8021/a.rmvbZZ").toString("base64")}`,
      "films.example",
    ],
    [
      `thunder://${Buffer.from("AAed2k://|file|a|1|0123456789abcdef0123456789abcdef|/ZZ").toString("base64")}`,
      "ed2k:0123456789abcdef0123456789abcdef",
    ],
    [
      `flashget://${Buffer.from("[FLASHGET]http://films.example/a[FLASHGET]").toString("base64")}&x`,
      "films.example",
    ],
    [`qqdl://${Buffer.from("http://films.example/a").toString("base64")}`, "films.example"],
    ["market://details?id=com.films", "google-play:com.films"],
    ["itms-apps://apps.apple.com/app/id123456", "app-store:id123456"],
    ["itms-services://?action=download-manifest&url=https://films.example/a.plist", "films.example"],
  ])("%s is a target", (typed, site) => {
    expect(sitesOf(typed)).toEqual([site])
  })
})

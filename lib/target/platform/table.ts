import { getDomain } from "tldts"
import { appStores } from "./app-stores"
import { drives } from "./drives"
import { mediaChina } from "./media-china"
import { mediaWorld } from "./media-world"
import type { Platform, Unit } from "./platform"
import { shops } from "./shops"
import { shopsWorld } from "./shops-world"
import { socialChina } from "./social-china"
import { socialWorld } from "./social-world"
import { writingChina } from "./writing-china"

/** Every platform, in the order in which they are asked. A new one is a row in one of these files. */
const rows = [
  ...appStores,
  ...drives,
  ...socialChina,
  ...writingChina,
  ...mediaChina,
  ...socialWorld,
  ...mediaWorld,
  ...shops,
  ...shopsWorld,
] as const
export type PlatformId = (typeof rows)[number]["id"]
export const platforms: readonly (Platform & { readonly id: PlatformId })[] = rows

/** Domains of many beside those of the table: short addresses, searches, and what carries what anybody uploads. */
const otherShared = [
  ...[
    "baidu.com",
    "qq.com",
    "163.com",
    "126.com",
    "sina.com.cn",
    "sina.cn",
    "sohu.com",
    "sogou.com",
    "so.com",
    "360.cn",
  ],
  ...["uc.cn", "quark.cn", "xiaomi.com", "apple.com", "google.com", "bing.com", "microsoft.com", "yahoo.com"],
  ...[
    "aliyun.com",
    "feishu.cn",
    "dingtalk.com",
    "cnblogs.com",
    "juejin.cn",
    "yuque.com",
    "notion.so",
    "shimo.im",
  ],
  ...[
    "tb.cn",
    "t.cn",
    "url.cn",
    "dwz.cn",
    "suo.im",
    "sourl.cn",
    "t.co",
    "bit.ly",
    "tinyurl.com",
    "goo.gl",
    "is.gd",
  ],
  ...["icloud.com", "live.com", "box.com", "4shared.com", "1fichier.com", "turbobit.net"],
  ...["pcloud.com", "pcloud.link", "wikipedia.org", "linkedin.com", "line.me", "kakao.com"],
  ...["naver.com", "daum.net", "office.com"],
]

/** Domains below which each host is somebody's own. */
const hostsApart = new Set([
  ...[
    "aliyuncs.com",
    "alicdn.com",
    "myqcloud.com",
    "qiniucdn.com",
    "bcebos.com",
    "ctyun.cn",
    "sharepoint.com",
  ],
  ...["tumblr.com", "livejournal.com", "fc2.com", "notion.site", "amazonaws.com", "cloudfront.net"],
])

const shared = new Set([
  ...otherShared,
  ...rows.flatMap(({ hosts }) => hosts.map((host) => getDomain(host.replace("*.", "")) ?? host)),
])

/** Whether a domain is shared by so many that it is no site. */
export const isShared = (domain: string) => shared.has(domain)

/** Whether each host below a domain is a site. */
export const isSplitByHost = (domain: string) => hostsApart.has(domain)

const isOn = (hosts: readonly string[], host: string) =>
  hosts.some((one) =>
    one.startsWith("*.") ? host === one.slice(2) || host.endsWith(one.slice(1)) : host === one,
  )

/** A thing on a platform. */
export type Listing = { readonly platform: PlatformId; readonly unit: Unit; readonly id: string }

/** Longer than any id that a platform gives: more would be no key of a table. */
const idMax = 200

/** What an address names on a platform; undefined where no row of the table reads it. */
export const listingAt = (host: string, rest: string): Listing | undefined => {
  for (const { id: platform, unit, hosts, ids, keepsCase } of platforms) {
    if (!isOn(hosts, host)) continue
    for (const pattern of ids) {
      const found = pattern.exec(`${host}${rest}`)
      if (!found) continue
      const id = found.slice(1).filter(Boolean).join("/")
      if (id.length > idMax) continue
      return { platform, unit, id: keepsCase ? id : id.toLowerCase() }
    }
  }
  return undefined
}

/** The listing that a site is; undefined for a site of another kind. */
export const listingOf = (site: string): Listing | undefined => {
  const at = site.indexOf(":")
  const platform = platforms.find(({ id }) => id === site.slice(0, at))
  return platform && { platform: platform.id, unit: platform.unit, id: site.slice(at + 1) }
}

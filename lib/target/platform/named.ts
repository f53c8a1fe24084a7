import type { PlatformId } from "./table"

/** How people write down an account that has no address, and what they call it. */
const named: readonly {
  readonly platform: PlatformId
  readonly said: RegExp
  readonly examples: Readonly<Record<string, string>>
}[] = [
  {
    platform: "wechat-official",
    said: /^(?:微信)?(?:公众号|公眾號|订阅号|服务号|wechat official account)(?:名称|名)?[\s:]+(.+)$/i,
    examples: { "微信公众号：影视君": "影视君", "公众号 影视君": "影视君" },
  },
  {
    platform: "wechat-mini-program",
    said: /^#?(?:微信)?(?:小程序|mini program)(?:名称|名)?[\s:]+(?:\/\/)?(.+?)(?:\/\w+)?$/i,
    examples: { "#小程序://影视大全/AbCdEf12": "影视大全", "微信小程序：影视大全": "影视大全" },
  },
  {
    platform: "wechat-channels",
    said: /^(?:微信)?视频号(?:名称)?[\s:]+(.+)$/,
    examples: { "视频号：影视君": "影视君" },
  },
  {
    platform: "douyin",
    said: /^(?:抖音|douyin)(?:号|账号|帐号|id|用户)?[\s:]*[:@ ]\s*(.+)$/i,
    examples: { "抖音号：films88": "films88", "抖音 @films88": "films88" },
  },
  {
    platform: "kuaishou",
    said: /^(?:快手|kuaishou)(?:号|账号|帐号|id|用户)?[\s:]*[:@ ]\s*(.+)$/i,
    examples: { "快手号: films88": "films88" },
  },
  {
    platform: "xiaohongshu",
    said: /^(?:小红书|rednote)(?:号|账号|帐号|id|用户)?[\s:]*[:@ ]\s*(.+)$/i,
    examples: { "小红书号：9988776655": "9988776655" },
  },
  {
    platform: "weibo",
    said: /^(?:新浪)?微博(?:账号|帐号|用户)?[\s:]*[:@ ]\s*(.+)$/,
    examples: { "微博 @影视君": "影视君" },
  },
  {
    platform: "bilibili",
    said: /^(?:b站|哔哩哔哩|bilibili)\s*(?:账号|帐号|up主)?\s*(?:uid)?[\s:]*[:@ ]\s*(.+)$/i,
    examples: { "B站 UID：2233": "2233" },
  },
  {
    platform: "qq-group",
    said: /^(?:qq|企鹅)\s*(?:群|频道)(?:号)?[\s:]*(\d{5,12})$/i,
    examples: { "QQ群：123456789": "123456789" },
  },
  {
    platform: "qzone",
    said: /^(?:qq|企鹅)\s*(?:号|空间)?[\s:]*(\d{5,12})$/i,
    examples: { "QQ：10001234": "10001234" },
  },
  {
    platform: "telegram",
    said: /^(?:telegram|tg|电报|纸飞机)(?:频道|群|群组| channel| group)?[\s:]*[:@ ]\s*@?([\w+]{4,})$/i,
    examples: { "TG频道 @freefilms": "freefilms", "Telegram: freefilms": "freefilms" },
  },
]

export const namedExamples = named.flatMap(({ platform, examples }) =>
  Object.entries(examples).map(([text, id]) => ({ text, site: `${platform}:${id}` })),
)

const idMax = 60

/** The account that a line names in words; undefined where it does not. */
export const accountNamed = (text: string): string | undefined => {
  const plain = text.normalize("NFKC").replaceAll(/\s+/g, " ").trim()
  for (const { platform, said } of named) {
    const id = said
      .exec(plain)?.[1]
      ?.replace(/^[@:\s]+/, "")
      .trim()
    if (id && id.length <= idMax) return `${platform}:${id.toLowerCase()}`
  }
  return undefined
}

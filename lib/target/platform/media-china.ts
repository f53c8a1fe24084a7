import type { Platform } from "./platform"

/** Sites of video, music and sound in China that carry what others upload. */
export const mediaChina = [
  {
    id: "tencent-video",
    unit: "work",
    hosts: ["v.qq.com", "m.v.qq.com"],
    ids: [
      /\/(?:page|play)\/(\w+)\.html/,
      /\/cover\/\w+\/(\w+)\.html/,
      /\/cover\/(\w+)\.html/,
      /[?&]vid=(\w+)/,
    ],
    examples: {
      "https://v.qq.com/x/page/a0123bcd.html": "a0123bcd",
      "https://m.v.qq.com/play.html?vid=a0123bcd": "a0123bcd",
    },
  },
  {
    id: "qq-music",
    unit: "work",
    hosts: ["*.y.qq.com"],
    ids: [
      /\/((?:songDetail|albumDetail|playlist|singer|mv)\/\w+)/,
      /[?&]((?:songmid|albummid|songid|id)=\w+)/,
    ],
    keepsCase: true,
    examples: { "https://y.qq.com/n/ryqq/songDetail/0039MnYb": "songDetail/0039MnYb" },
  },
  {
    id: "netease-music",
    unit: "work",
    hosts: ["*.music.163.com"],
    ids: [
      /\/(song|album|playlist|artist|djradio|program|mv|user\/home)\?.*?\bid=(\d+)/,
      /\/(song|album|playlist)\/(\d+)/,
    ],
    examples: {
      "https://music.163.com/#/song?id=186016": "song/186016",
      "https://y.music.163.com/m/song?id=186016": "song/186016",
    },
  },
  {
    id: "kugou",
    unit: "work",
    hosts: ["*.kugou.com"],
    ids: [/\/(?:song|mixsong|album)\/(?:#hash=|info\/)?([\w-]+)/],
    examples: { "https://www.kugou.com/mixsong/j5abc12.html": "j5abc12" },
  },
  {
    id: "ximalaya",
    unit: "work",
    hosts: ["*.ximalaya.com"],
    ids: [/\/((?:album|sound|zhubo)\/\d+)/, /^(?:www|m)\.ximalaya\.com\/\w+\/(\d+)/],
    examples: {
      "https://www.ximalaya.com/album/2200": "album/2200",
      "https://m.ximalaya.com/sound/44": "sound/44",
    },
  },
  {
    id: "youku",
    unit: "work",
    hosts: ["*.youku.com"],
    ids: [/id_(\w+)/, /[?&]vid=(\w+)/],
    keepsCase: true,
    examples: { "https://v.youku.com/v_show/id_XNDAbC1==.html": "XNDAbC1" },
  },
  {
    id: "iqiyi",
    unit: "work",
    hosts: ["*.iqiyi.com"],
    ids: [/\/([va]_\w+)\.html/, /\/(u\/\d+)/],
    examples: { "https://www.iqiyi.com/v_19rr1abc.html": "v_19rr1abc" },
  },
  {
    id: "acfun",
    unit: "work",
    hosts: ["*.acfun.cn"],
    ids: [/\/(?:v|a)\/((?:ac|aa)\d+)/, /[?&]ac=(\d+)/, /\/(u\/\d+)/],
    examples: { "https://www.acfun.cn/v/ac4300": "ac4300" },
  },
  {
    id: "sohu-video",
    unit: "work",
    hosts: ["tv.sohu.com", "my.tv.sohu.com", "m.tv.sohu.com"],
    ids: [/\/(v\/[\w=]+)\.html/, /\/us\/(\d+)\/(\d+)/],
    keepsCase: true,
    examples: { "https://tv.sohu.com/v/dXMvMjA=.html": "v/dXMvMjA=" },
  },
] as const satisfies readonly Platform[]

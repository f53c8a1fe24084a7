import type { Platform } from "./platform"

/** Places in China where people write, ask, and stream. */
export const writingChina = [
  {
    id: "zhihu",
    unit: "account",
    hosts: ["*.zhihu.com"],
    ids: [/\/(?:people|org)\/([\w-]+)/],
    examples: { "https://www.zhihu.com/people/films-88/posts": "films-88" },
  },
  {
    id: "zhihu-work",
    unit: "work",
    hosts: ["*.zhihu.com"],
    ids: [/\/answer\/(\d+)/, /\/(question\/\d+)/, /\/((?:p|zvideo|column)\/\w+)/],
    examples: {
      "https://www.zhihu.com/question/1/answer/22": "22",
      "https://zhuanlan.zhihu.com/p/630000001": "p/630000001",
    },
  },
  {
    id: "toutiao",
    unit: "account",
    hosts: ["*.toutiao.com"],
    ids: [/\/c\/user\/(?:token\/)?([\w-]+)/],
    keepsCase: true,
    examples: { "https://www.toutiao.com/c/user/token/MS4wAbC/": "MS4wAbC" },
  },
  {
    id: "toutiao-work",
    unit: "work",
    hosts: ["*.toutiao.com", "*.ixigua.com"],
    ids: [/\/(?:article|video|item|w|is|group|a|i)\/?(\w{6,})/, /^(?:www|m)\.ixigua\.com\/(\d+)/],
    keepsCase: true,
    examples: {
      "https://www.toutiao.com/article/7300001/": "7300001",
      "https://www.ixigua.com/7300001": "7300001",
    },
  },
  {
    id: "tieba",
    unit: "work",
    hosts: ["tieba.baidu.com"],
    ids: [/\/p\/(\d+)/, /[?&]kz=(\d+)/, /\/f\?.*?\bkw=([^&#]+)/],
    examples: {
      "https://tieba.baidu.com/p/8600001?pn=2": "8600001",
      "https://tieba.baidu.com/f?kw=films": "films",
    },
  },
  {
    id: "baijiahao",
    unit: "work",
    hosts: ["baijiahao.baidu.com", "author.baidu.com", "mbd.baidu.com", "haokan.baidu.com"],
    ids: [/[?&](?:id|vid)=(\d+)/, /\/home\/(\d+)/, /[?&]context=.*?nid(?:%22|")?(?:%3a|:)(?:%22|")?(\w+)/i],
    examples: {
      "https://baijiahao.baidu.com/s?id=1700001&wfr=spider": "1700001",
      "https://haokan.baidu.com/v?vid=900001": "900001",
    },
  },
  {
    id: "baidu-wenku",
    unit: "work",
    hosts: ["wenku.baidu.com", "wk.baidu.com"],
    ids: [/\/view\/([0-9a-f]{16,})/, /\/aggs\/([0-9a-f]+)/],
    examples: { "https://wenku.baidu.com/view/0123456789abcdef01234567.html": "0123456789abcdef01234567" },
  },
  {
    id: "douban",
    unit: "account",
    hosts: ["*.douban.com"],
    ids: [/\/(people\/[\w-]+)/, /\/((?:group\/topic|subject|note|album)\/\d+)/],
    examples: { "https://www.douban.com/people/films88/": "people/films88" },
  },
  {
    id: "lofter",
    unit: "account",
    hosts: ["*.lofter.com"],
    ids: [/^(?!www\.|m\.)([a-z0-9-]+)\.lofter\.com/],
    examples: { "https://films88.lofter.com/post/1": "films88" },
  },
  {
    id: "jianshu",
    unit: "account",
    hosts: ["*.jianshu.com"],
    ids: [/\/((?:u|p|nb|c)\/\w+)/],
    examples: { "https://www.jianshu.com/u/0abc12": "u/0abc12" },
  },
  {
    id: "csdn",
    unit: "account",
    hosts: ["*.csdn.net"],
    ids: [/^(?:blog|download|bbs|m)\.csdn\.net\/(?:download\/)?([\w-]{3,})/, /^([\w-]+)\.blog\.csdn\.net/],
    examples: { "https://download.csdn.net/download/films_88/1234": "films_88" },
  },
  {
    id: "zsxq",
    unit: "group",
    hosts: ["*.zsxq.com"],
    ids: [/\/group\/(\d+)/, /^t\.zsxq\.com\/(\w+)/],
    keepsCase: true,
    examples: { "https://wx.zsxq.com/group/5500": "5500", "https://t.zsxq.com/AbC1": "AbC1" },
  },
  {
    id: "huya",
    unit: "account",
    hosts: ["*.huya.com"],
    ids: [/^(?:www|m)\.huya\.com\/(\w+)/],
    examples: { "https://www.huya.com/films88": "films88" },
  },
  {
    id: "douyu",
    unit: "account",
    hosts: ["*.douyu.com"],
    ids: [/^(?:www|m)\.douyu\.com\/(?:topic\/\w+\?rid=)?(\d+)/],
    examples: { "https://www.douyu.com/99001": "99001" },
  },
] as const satisfies readonly Platform[]

import type { Platform } from "./platform"

/** Online shops of the rest of the world. */
export const shopsWorld = [
  {
    id: "amazon",
    unit: "listing",
    hosts: [
      "com",
      "cn",
      "co.jp",
      "co.uk",
      "de",
      "fr",
      "it",
      "es",
      "in",
      "ca",
      "com.au",
      "com.br",
      "com.mx",
      "nl",
      "sg",
    ].map((end) => `*.amazon.${end}`),
    ids: [/\/(?:dp|gp\/product|gp\/aw\/d)\/([a-z0-9]{10})/i],
    examples: {
      "https://www.amazon.com/Some-Book/dp/B0ABCDEFGH/ref=sr_1": "b0abcdefgh",
      "https://www.amazon.co.jp/gp/product/B0ABCDEFGH": "b0abcdefgh",
    },
  },
  {
    id: "ebay",
    unit: "listing",
    hosts: ["com", "co.uk", "de", "fr", "it", "es", "com.au", "ca"].map((end) => `*.ebay.${end}`),
    ids: [/\/itm\/(?:[^/?#]+\/)?(\d{9,})/],
    examples: { "https://www.ebay.com/itm/Films-DVD/123456789012?hash=x": "123456789012" },
  },
  {
    id: "aliexpress",
    unit: "listing",
    hosts: ["*.aliexpress.com", "*.aliexpress.us", "*.aliexpress.ru"],
    ids: [/\/(?:item|i)\/(?:[^/?#]*\/)?(\d+)\.html/],
    examples: { "https://m.aliexpress.com/item/10050012345.html": "10050012345" },
  },
  {
    id: "alibaba",
    unit: "listing",
    hosts: ["*.alibaba.com"],
    ids: [/\/product-detail\/[^?#]*_(\d+)\.html/],
    examples: { "https://www.alibaba.com/product-detail/Films-USB_1600123.html": "1600123" },
  },
  {
    id: "shopee",
    unit: "listing",
    hosts: ["tw", "sg", "vn", "ph", "co.th", "co.id", "com.my", "com.br"].map((end) => `*.shopee.${end}`),
    ids: [/-i\.(\d+)\.(\d+)/, /\/product\/(\d+)\/(\d+)/],
    examples: { "https://shopee.tw/DVD-i.11.22": "11/22", "https://shopee.sg/product/11/22": "11/22" },
  },
  {
    id: "lazada",
    unit: "listing",
    hosts: ["sg", "vn", "com.ph", "co.th", "co.id", "com.my"].map((end) => `*.lazada.${end}`),
    ids: [/-i(\d+)(?:-s\d+)?\.html/],
    examples: { "https://www.lazada.sg/products/films-i300-s400.html": "300" },
  },
  {
    id: "etsy",
    unit: "listing",
    hosts: ["*.etsy.com"],
    ids: [/\/listing\/(\d+)/],
    examples: { "https://www.etsy.com/listing/987/films": "987" },
  },
] as const satisfies readonly Platform[]

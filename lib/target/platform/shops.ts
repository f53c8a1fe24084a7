import type { Platform } from "./platform"

const notShops =
  "(?!www\\.|s\\.|m\\.|h5\\.|list\\.|login\\.|item\\.|detail\\.|world\\.|uland\\.|pages\\.|market\\.)"

/** Online shops: their listings and shops, also as mobile apps share them. */
export const shops = [
  {
    id: "goofish",
    unit: "listing",
    hosts: ["*.goofish.com", "*.2.taobao.com", "market.m.taobao.com"],
    ids: [
      /^(?:[\w.]+\.)?goofish\.com\/item\?.*?\bid=(\d+)/,
      /^2\.taobao\.com\/item\.htm\?.*?\bid=(\d+)/,
      /\/idlefish-f2e\/.*[?&](?:item)?id=(\d+)/i,
    ],
    examples: {
      "https://www.goofish.com/item?id=700123": "700123",
      "https://h5.m.goofish.com/item?forceFlush=1&id=700123": "700123",
      "https://market.m.taobao.com/app/idleFish-F2e/widle-taobao-rax/page-detail?id=700123": "700123",
    },
  },
  {
    id: "item.taobao.com",
    unit: "listing",
    hosts: ["*.taobao.com"],
    ids: [/[?&](?:id|itemid|item_num_id)=(\d+)/i, /^a\.m\.taobao\.com\/i(\d+)\.htm/],
    examples: {
      "https://item.taobao.com/item.htm?spm=a1.b2&id=9001": "9001",
      "https://h5.m.taobao.com/awp/core/detail.htm?id=9001": "9001",
      "https://a.m.taobao.com/i9001.htm": "9001",
      "https://main.m.taobao.com/detail/index.html?id=9001": "9001",
    },
  },
  {
    id: "taobao-shop",
    unit: "shop",
    hosts: ["*.taobao.com"],
    ids: [
      /^shop(\d+)\.(?:m\.)?taobao\.com/,
      /[?&]shop_?id=(\d+)/i,
      new RegExp(`^${notShops}([a-z0-9-]{3,})\\.taobao\\.com/(?:$|shop|index|search|category)`),
    ],
    examples: {
      "https://shop12345678.taobao.com/": "12345678",
      "https://shop.m.taobao.com/shop/shop_index.htm?shop_id=12345678": "12345678",
      "https://cheapfilms.taobao.com/": "cheapfilms",
    },
  },
  {
    id: "detail.tmall.com",
    unit: "listing",
    hosts: ["*.tmall.com", "*.tmall.hk"],
    ids: [/[?&]id=(\d+)/],
    examples: {
      "https://detail.tmall.com/item.htm?id=9": "9",
      "https://detail.m.tmall.com/item.htm?abbucket=1&id=9": "9",
      "https://detail.tmall.hk/hk/item.htm?id=9": "9",
    },
  },
  {
    id: "tmall-shop",
    unit: "shop",
    hosts: ["*.tmall.com", "*.tmall.hk"],
    ids: [new RegExp(`^${notShops}([a-z0-9-]{3,})\\.(?:m\\.)?tmall\\.(?:com|hk)/`)],
    examples: {
      "https://cheapbooks.tmall.com/": "cheapbooks",
      "https://cheapbooks.m.tmall.com/shop/home": "cheapbooks",
    },
  },
  {
    id: "taobao-link",
    unit: "listing",
    hosts: ["m.tb.cn", "s.tb.cn", "s.click.taobao.com"],
    ids: [/^[^/]+\/([\w.-]+)/],
    keepsCase: true,
    examples: { "https://m.tb.cn/h.5Abc9Xy?tk=ZXcv123": "h.5Abc9Xy" },
  },
  {
    id: "item.jd.com",
    unit: "listing",
    hosts: ["*.jd.com", "*.jd.hk"],
    ids: [
      /^(?:[\w-]+\.)*\w*item\.(?:m\.)?jd\.(?:com|hk)\/(?:product\/)?(\d+)\.html/,
      /[?&](?:wareid|sku|skuid|id)=(\d+)/i,
    ],
    examples: {
      "https://item.jd.com/100.html": "100",
      "https://item.m.jd.com/product/100.html?gx=Rn": "100",
      "https://item.m.jd.com/ware/view.action?wareId=100": "100",
      "https://npcitem.jd.hk/100.html": "100",
    },
  },
  {
    id: "jd-shop",
    unit: "shop",
    hosts: ["*.jd.com"],
    ids: [/^mall\.jd\.com\/index-(\d+)/, /[?&]shopid=(\d+)/i],
    examples: {
      "https://mall.jd.com/index-1000123.html": "1000123",
      "https://shop.m.jd.com/shop/home?shopId=1000123": "1000123",
    },
  },
  {
    id: "jd-link",
    unit: "listing",
    hosts: ["3.cn", "u.jd.com"],
    ids: [/^[^/]+\/([\w-]+)/],
    keepsCase: true,
    examples: { "https://3.cn/1AbCd-x": "1AbCd-x", "https://u.jd.com/bAcDeF": "bAcDeF" },
  },
  {
    id: "pinduoduo",
    unit: "listing",
    hosts: ["*.pinduoduo.com", "*.yangkeduo.com", "*.pinduoduo.net"],
    ids: [/[?&]goods_id=(\d+)/],
    examples: {
      "https://mobile.yangkeduo.com/goods.html?goods_id=555666": "555666",
      "https://mobile.pinduoduo.com/goods2.html?_wv=1&goods_id=555666": "555666",
    },
  },
  {
    id: "pinduoduo-shop",
    unit: "shop",
    hosts: ["*.pinduoduo.com", "*.yangkeduo.com"],
    ids: [/[?&]mall_id=(\d+)/],
    examples: { "https://mobile.yangkeduo.com/mall_page.html?mall_id=777": "777" },
  },
  {
    id: "1688",
    unit: "listing",
    hosts: ["*.1688.com"],
    ids: [/\/offer\/(\d+)\.html/, /[?&]offerid=(\d+)/i],
    examples: {
      "https://detail.1688.com/offer/6001.html": "6001",
      "https://m.1688.com/offer/6001.html": "6001",
    },
  },
  {
    id: "1688-shop",
    unit: "shop",
    hosts: ["*.1688.com"],
    ids: [/^(?!www\.|m\.|s\.|detail\.)([a-z0-9-]{4,})\.1688\.com/],
    examples: { "https://shop1abc234.1688.com/page/index.html": "shop1abc234" },
  },
  {
    id: "suning",
    unit: "listing",
    hosts: ["*.suning.com"],
    ids: [/\/(\d{10}\/\d+)\.html/],
    examples: {
      "https://product.suning.com/0000000000/12345.html": "0000000000/12345",
      "https://m.suning.com/product/0000000000/12345.html": "0000000000/12345",
    },
  },
  {
    id: "dangdang",
    unit: "listing",
    hosts: ["*.dangdang.com"],
    ids: [/^product\.(?:m\.)?dangdang\.com\/(?:product\/)?(\d+)\.html/, /[?&]p(?:roduct_?)?id=(\d+)/i],
    examples: {
      "http://product.dangdang.com/29001.html": "29001",
      "http://product.m.dangdang.com/29001.html": "29001",
    },
  },
  {
    id: "kongfz",
    unit: "listing",
    hosts: ["*.kongfz.com"],
    ids: [/^(?:book|mbook)\.kongfz\.com\/(\d+\/\d+)/, /^item\.kongfz\.com\/book\/(\d+)/],
    examples: {
      "https://book.kongfz.com/123/456/": "123/456",
      "https://item.kongfz.com/book/456.html": "456",
    },
  },
  {
    id: "vipshop",
    unit: "listing",
    hosts: ["*.vip.com"],
    ids: [/(?:detail|product)-(\d+-\d+)\.html/],
    examples: {
      "https://detail.vip.com/detail-100-200.html": "100-200",
      "https://m.vip.com/product-100-200.html": "100-200",
    },
  },
  {
    id: "weidian",
    unit: "listing",
    hosts: ["*.weidian.com"],
    ids: [/[?&]itemid=(\d+)/i],
    examples: { "https://weidian.com/item.html?itemID=4001": "4001" },
  },
  {
    id: "weidian-shop",
    unit: "shop",
    hosts: ["*.weidian.com"],
    ids: [/[?&]userid=(\d+)/i, /\/s\/(\d+)/],
    examples: { "https://shop.weidian.com/?userid=55": "55" },
  },
  {
    id: "youzan",
    unit: "listing",
    hosts: ["*.youzan.com"],
    ids: [/[?&]alias=(\w+)/, /\/goods\/(\w+)/],
    examples: {
      "https://detail.youzan.com/show/goods?alias=2abc": "2abc",
      "https://shop1.youzan.com/v2/goods/2abc": "2abc",
    },
  },
  {
    id: "xiaoe",
    unit: "shop",
    hosts: ["*.xiaoeknow.com", "*.xiaoe-tech.com", "*.xiaoeeye.com"],
    ids: [/^(app[a-z0-9]+)\./],
    examples: { "https://appAbc123.h5.xiaoeknow.com/p/course/1": "appabc123" },
  },
  {
    id: "douyin-shop",
    unit: "listing",
    hosts: ["*.jinritemai.com"],
    ids: [/[?&](?:product_)?id=(\d+)/],
    examples: { "https://haohuo.jinritemai.com/views/product/item2?id=3500": "3500" },
  },
  {
    id: "kuaishou-shop",
    unit: "listing",
    hosts: ["*.kwaixiaodian.com"],
    ids: [/[?&](?:item)?id=(\d+)/i],
    examples: { "https://app.kwaixiaodian.com/merchant/shop/detail?id=21000": "21000" },
  },
] as const satisfies readonly Platform[]

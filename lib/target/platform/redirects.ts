/** Pages of platforms that lead on to the address in one of their parameters. */
const redirects: readonly { readonly at: RegExp; readonly parameter: string }[] = [
  { at: /^link\.zhihu\.com\//, parameter: "target" },
  { at: /^link\.juejin\.cn\//, parameter: "target" },
  { at: /^link\.csdn\.net\//, parameter: "target" },
  { at: /^gitee\.com\/link/, parameter: "target" },
  { at: /^www\.douban\.com\/link2\//, parameter: "url" },
  { at: /^(?:www\.)?jianshu\.com\/go-wild/, parameter: "url" },
  { at: /^weibo\.cn\/sinaurl/, parameter: "u" },
  { at: /^c\.pc\.qq\.com\//, parameter: "pfurl" },
  { at: /^c\.pc\.qq\.com\//, parameter: "url" },
  { at: /^mail\.qq\.com\/cgi-bin\/(?:readtemplate|mail_spam)/, parameter: "gourl" },
  { at: /^www\.google\.[a-z.]+\/url/, parameter: "q" },
  { at: /^www\.google\.[a-z.]+\/url/, parameter: "url" },
  { at: /^(?:www\.)?youtube\.com\/redirect/, parameter: "q" },
  { at: /^lm?\.facebook\.com\/l\.php/, parameter: "u" },
  { at: /^l\.instagram\.com\//, parameter: "u" },
  { at: /^out\.reddit\.com\//, parameter: "url" },
  { at: /^vk\.com\/away\.php/, parameter: "to" },
  { at: /^steamcommunity\.com\/linkfilter/, parameter: "u" },
]

/** The address to which a page only leads on; undefined for a page of its own. */
export const leadsOnTo = (url: URL): string | undefined => {
  for (const { at, parameter } of redirects) {
    const to = at.test(`${url.hostname}${url.pathname}`) ? url.searchParams.get(parameter) : null
    if (to && /^https?:\/\//i.test(to)) return to
  }
  return undefined
}

/** Written by this portal from the facts of its sources; it is not a copy of their text. */
export const title = "Results of the Jianwang 2017 campaign"

export const body = `This account was written by this portal from public sources. Every number in it names its source below.

The National Copyright Administration of China launched the campaign together with the Cyberspace Administration of China, the Ministry of Industry and Information Technology and the Ministry of Public Security. It ran from July to November 2017. Copyright enforcement authorities at every level worked with the other three agencies. Together they reached these results:

- websites examined: {{figure:jianwang-2017/websites-examined}}
- infringing websites closed: {{figure:jianwang-2017/websites-closed}}
- infringing links removed: {{figure:jianwang-2017/links-removed}}
- infringing items seized: {{figure:jianwang-2017/items-seized}}
- online infringement cases investigated: {{figure:jianwang-2017/cases-investigated}}
- criminal cases handled with public security: {{figure:jianwang-2017/criminal-cases}}, worth {{figure:jianwang-2017/criminal-value}}

## 1. A sound online copyright environment for the 19th CPC National Congress

The first part of the administration’s account tells how a sound copyright environment online was kept for the congress.

## 2. Looking into cases, and special rectification in key areas

The special rectification covered four areas:

- films and television
- the press
- apps
- e-commerce

Cases that amounted to a crime were handled with public security.

## 3. New ways of administration, and closer supervision of priority sites

The third part tells of new ways of administration, and of priority sites that were supervised more closely.

## 4. Better institutions and groundwork for copyright enforcement

The fourth part tells of better institutions for copyright enforcement, and of the groundwork it stands on.

## Sources

- [Notification about the “Jianwang 2017” campaign, National Copyright Administration of China, via Intellectual Property Protection in China, January 2018](http://english.ipraction.gov.cn/article/TopNews/201801/20180100171600.shtml)
- [Briefing on Jianwang Campaign 2017, National Copyright Administration of China, 16 January 2018](http://en.ncac.gov.cn/copyright/contents/10361/358309.shtml)
- [2,554 infringing websites closed last year (in Chinese), People’s Daily, repost, 27 April 2018](http://zjjv.com/websafe32675.html)
`

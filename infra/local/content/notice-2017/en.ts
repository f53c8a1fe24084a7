/** Written by this portal from the facts of its sources; it is not a copy of their text. */
export const title = "Results of the Jianwang 2017 campaign"

export const body = `This account was written by this portal. It is based on the administration’s briefing of 16 January 2018 and on the other sources named below, and is not a copy of their text.

The National Copyright Administration of China launched the campaign together with the Cyberspace Administration of China, the Ministry of Industry and Information Technology and the Ministry of Public Security. It ran from July to November 2017 and reached these results:

- websites examined: {{figure:jianwang-2017/websites-examined}}
- infringing websites closed: {{figure:jianwang-2017/websites-closed}}
- infringing links removed: {{figure:jianwang-2017/links-removed}}
- infringing items seized: {{figure:jianwang-2017/items-seized}}
- online infringement cases investigated: {{figure:jianwang-2017/cases-investigated}}
- criminal cases handled with public security: {{figure:jianwang-2017/criminal-cases}}, worth {{figure:jianwang-2017/criminal-value}}

The administration’s account has four parts.

## 1. A sound online copyright environment for the 19th CPC National Congress

The campaign was launched by the four agencies jointly, and it was carried out by copyright enforcement authorities at every level together with the other three agencies. The account puts first the sound copyright environment online that was kept for the 19th CPC National Congress.

## 2. Looking into cases, and special rectification in key areas

Special rectification covered four key areas: films and television, the press, apps, and e-commerce. Copyright enforcement authorities investigated {{figure:jianwang-2017/cases-investigated}} online infringement cases. Criminal cases were handled with public security: {{figure:jianwang-2017/criminal-cases}} of them, worth {{figure:jianwang-2017/criminal-value}}.

## 3. New ways of administration, and closer supervision of priority sites

New ways of administration were tried, and priority sites were supervised more closely. For the campaign as a whole the account states {{figure:jianwang-2017/websites-examined}} websites examined, {{figure:jianwang-2017/websites-closed}} infringing websites closed and {{figure:jianwang-2017/links-removed}} infringing links removed.

## 4. Better institutions and groundwork for copyright enforcement

Institutions for copyright enforcement were improved, and its groundwork was strengthened. An earlier report, published while the campaign was still running, gave {{figure:jianwang-2017/websites-closed@interim}} websites closed and {{figure:jianwang-2017/cases-investigated@interim}} cases investigated; the figures above have superseded these.

## Sources

- [Notification about the “Jianwang 2017” campaign, National Copyright Administration of China, via Intellectual Property Protection in China, January 2018](http://english.ipraction.gov.cn/article/TopNews/201801/20180100171600.shtml)
- [Briefing on Jianwang Campaign 2017, National Copyright Administration of China, 16 January 2018](http://en.ncac.gov.cn/copyright/contents/10361/358309.shtml)
- [2,554 infringing websites closed last year (in Chinese), People’s Daily, repost, 27 April 2018](http://zjjv.com/websafe32675.html)
`

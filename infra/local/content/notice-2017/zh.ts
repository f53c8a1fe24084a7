/** 依据资料中的事实，由本门户自行撰写，并非原文转载。 */
export const title = "“剑网2017”专项行动情况通报"

export const body = `本文由本门户撰写，依据国家版权局2018年1月16日的情况通报和文末所列其他资料，并非原文转载。

国家版权局会同国家互联网信息办公室、工业和信息化部、公安部，于2017年7月至11月联合开展“剑网2017”专项行动，取得以下成果：

- 检查网站：{{figure:jianwang-2017/websites-examined}}
- 关闭侵权盗版网站：{{figure:jianwang-2017/websites-closed}}
- 删除侵权盗版链接：{{figure:jianwang-2017/links-removed}}
- 收缴侵权盗版制品：{{figure:jianwang-2017/items-seized}}
- 立案调查网络侵权盗版案件：{{figure:jianwang-2017/cases-investigated}}
- 会同公安部门查办刑事案件：{{figure:jianwang-2017/criminal-cases}}，涉案金额{{figure:jianwang-2017/criminal-value}}

国家版权局的通报分为四个部分。

## 一、为党的十九大胜利召开营造良好的网络版权环境

专项行动由四部门联合部署，各级版权执法部门与其他三部门密切配合、共同实施。通报首先介绍了为党的十九大营造良好网络版权环境的情况。

## 二、查办案件，对重点领域开展专项整治

专项整治集中在影视作品、新闻作品、移动互联网应用程序（APP）、电子商务平台四个重点领域。版权执法部门立案调查网络侵权盗版案件{{figure:jianwang-2017/cases-investigated}}。刑事案件会同公安部门查办，共{{figure:jianwang-2017/criminal-cases}}，涉案金额{{figure:jianwang-2017/criminal-value}}。

## 三、创新管理方式，加强对重点网站的版权监管

创新管理方式，加强对重点网站的版权监管。整个专项行动期间，检查网站{{figure:jianwang-2017/websites-examined}}，关闭侵权盗版网站{{figure:jianwang-2017/websites-closed}}，删除侵权盗版链接{{figure:jianwang-2017/links-removed}}。

## 四、健全制度机制，夯实版权执法工作基础

健全版权执法制度机制，夯实工作基础。行动期间发布的阶段性情况显示，关闭网站{{figure:jianwang-2017/websites-closed@interim}}，立案调查案件{{figure:jianwang-2017/cases-investigated@interim}}；上述最终数据已取代阶段性数据。

## 资料来源

- [“剑网2017”专项行动通报（英文），国家版权局，载于中国知识产权保护网，2018年1月](http://english.ipraction.gov.cn/article/TopNews/201801/20180100171600.shtml)
- [“剑网2017”专项行动情况通报会（英文），国家版权局，2018年1月16日](http://en.ncac.gov.cn/copyright/contents/10361/358309.shtml)
- [去年关闭侵权网站2554个，人民日报（转载），2018年4月27日](http://zjjv.com/websafe32675.html)
`

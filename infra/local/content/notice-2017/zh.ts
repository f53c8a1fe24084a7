/** 依据资料中的事实，由本门户自行撰写，并非原文转载。 */
export const title = "“剑网2017”专项行动情况通报"

export const body = `本通报由本门户依据公开资料撰写，所引数字均注明来源，供公众查阅。

国家版权局会同国家互联网信息办公室、工业和信息化部、公安部，于2017年7月至11月联合开展“剑网2017”专项行动。各级版权执法部门与上述三部门密切配合，共检查网站{{figure:jianwang-2017/websites-examined}}，关闭侵权盗版网站{{figure:jianwang-2017/websites-closed}}，删除侵权盗版链接{{figure:jianwang-2017/links-removed}}，收缴侵权盗版制品{{figure:jianwang-2017/items-seized}}，立案调查网络侵权盗版案件{{figure:jianwang-2017/cases-investigated}}，会同公安部门查办刑事案件{{figure:jianwang-2017/criminal-cases}}，涉案金额{{figure:jianwang-2017/criminal-value}}。

## 一、为党的十九大胜利召开营造良好的网络版权环境

通报第一部分介绍为党的十九大营造良好网络版权环境的情况。

## 二、查办案件，对重点领域开展专项整治

专项整治集中在四个领域：

- 影视作品
- 新闻作品
- 移动互联网应用程序（APP）
- 电子商务平台

对构成犯罪的案件，由版权执法部门会同公安部门查办。

## 三、创新管理方式，加强对重点网站的版权监管

通报第三部分介绍管理方式的创新，以及对重点网站版权监管的加强。

## 四、健全制度机制，夯实版权执法工作基础

通报第四部分介绍版权执法制度机制的健全和基础工作的夯实。

## 资料来源

- [“剑网2017”专项行动通报（英文），国家版权局，载于中国知识产权保护网，2018年1月](http://english.ipraction.gov.cn/article/TopNews/201801/20180100171600.shtml)
- [“剑网2017”专项行动情况通报会（英文），国家版权局，2018年1月16日](http://en.ncac.gov.cn/copyright/contents/10361/358309.shtml)
- [去年关闭侵权网站2554个，人民日报（转载），2018年4月27日](http://zjjv.com/websafe32675.html)
`

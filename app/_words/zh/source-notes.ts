/** What sources say in English about their numbers and their history, in Chinese. */
export const sourceNotes: Readonly<Record<string, string>> = {
  "websites and apps": "含网站和应用程序",
  "platforms removed a further 8.46 million by themselves": "另有846万条由平台自行删除",
  "platforms removed a further 8.4675 million by themselves": "另有846.75万条由平台自行删除",
  "2005 to 2016: 5,578 online cases dealt with, 3,079 infringing sites shut, 2,230 servers and devices confiscated, fines up to 20.52 million yuan, 480 cases passed for criminal prosecution":
    "2005年至2016年：查处网络侵权盗版案件5578起，关闭侵权盗版网站3079个，没收服务器和设备2230台，罚款2052万元，移送司法机关追究刑事责任案件480起",
}

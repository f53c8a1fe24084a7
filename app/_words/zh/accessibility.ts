import type { accessibility as english } from "@/app/_words/en/accessibility"

export const accessibility: typeof english = {
  title: "无障碍声明",
  description: "本门户的无障碍程度、检查方法，以及尚待改进之处。",
  lead: "本门户的中英文页面以《Web内容无障碍指南》（WCAG）2.2的AA级为目标。",
  sections: {
    works: {
      heading: "您可以放心使用",
      text: "公众在这里办理的一切事项，不用鼠标、仅用键盘即可完成，关闭JavaScript也可完成。页面可放大至400%，在320像素宽的屏幕上可正常阅读。每张图表都附有数据表。不单独以颜色表达含义。表单有误时，页首逐条列出并链接到相应位置，已填内容不会丢失。没有需要辨认的图形验证码。",
    },
    checked: {
      heading: "检查方法",
      text: "页面由经过测试的部件搭建，用自动工具（axe）并以人工方式在宽窄屏幕上检查。自动工具只能发现一部分障碍。本门户尚未经独立机构评测，也未邀请使用辅助技术的人士测试，因此不作符合性声明。",
    },
    gaps: {
      heading: "尚待改进",
      text: "部分来源的标题只有英文，中文页面上亦然；这些标题已为读屏软件标注为英文。其他网站上的来源以及作为证据提交的文件不在我们控制之内。",
    },
    tell: {
      heading: "如果您遇到障碍",
      text: "请告知版权管理部门，并说明是哪个页面。您不必署名。",
    },
  },
  contactLink: "无障碍和一般问题的联系方式",
}

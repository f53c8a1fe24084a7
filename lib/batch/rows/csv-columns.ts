import { columnsNamed } from "@/lib/table"
import { spokenChoices } from "./spoken-choices"

/** What people write over a column, beside its own name. */
const columnNames: Readonly<Record<string, readonly string[]>> = {
  reference: ["参考号", "编号", "序号", "自有编号", "ref", "id", "no"],
  category: ["类别", "作品类别", "分类", "类型", "kind"],
  targets: [
    "网址",
    "链接",
    "地址",
    "侵权链接",
    "侵权网址",
    "被举报对象",
    "对象",
    "target",
    "url",
    "urls",
    "link",
    "links",
    "address",
    "addresses",
    "website",
  ],
  work: ["作品", "作品名称", "作品名", "片名", "书名", "title"],
  rightHolder: ["权利人", "版权方", "著作权人", "right holder", "rights holder"],
  paysBy: ["获利方式", "盈利方式", "pays by"],
  urgency: ["紧急情形", "紧急程度", "紧急"],
  description: ["说明", "描述", "情况说明", "侵权说明", "看到的情况", "备注"],
  locale: ["语言", "language"],
}

const locale = { zh: ["中文", "汉语", "zh", "chinese"], en: ["英文", "英语", "en", "english"] }

/** The columns of a table of reports; a choice may be written as people say it, in either language. */
export const reportColumns = columnsNamed(columnNames, { ...spokenChoices, locale }, "targets")

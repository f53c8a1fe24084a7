import { withoutInvisible } from "@/lib/kernel/text"
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

const key = (text: string) =>
  withoutInvisible(text)
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s_*:-]/g, "")

const columnOf = new Map(
  Object.entries(columnNames).flatMap(([column, names]) =>
    [column, ...names].map((name) => [key(name), column] as const),
  ),
)

/** The field that a column's name means; as it is, where it means none. A number behind it counts columns of targets. */
export const columnNamed = (name: string): string => {
  const plain = key(name)
  const column = columnOf.get(plain) ?? columnOf.get(plain.replace(/[（(].*[）)]$/u, ""))
  if (column) return column
  const numbered = columnOf.get(plain.replace(/\d+$/, ""))
  return numbered === "targets" ? numbered : withoutInvisible(name).trim()
}

export const isColumn = (name: string) => Object.hasOwn(columnNames, columnNamed(name))

const choiceOf = new Map(
  Object.entries(spokenChoices).flatMap(([column, choices]) =>
    Object.entries(choices).flatMap(([value, names]) =>
      names.map((name) => [`${column} ${key(name)}`, value] as const),
    ),
  ),
)
const localeOf: Readonly<Record<string, string>> = {
  中文: "zh",
  汉语: "zh",
  英文: "en",
  英语: "en",
  chinese: "zh",
  english: "en",
}

/** A cell as its field holds it: a choice may be written as people say it, in either language. */
export const cellOf = (column: string, cell: string): string => {
  if (column === "locale") return localeOf[key(cell)] ?? cell.toLowerCase()
  return choiceOf.get(`${column} ${key(cell)}`) ?? cell
}

"use client"
import { useEffect, useState } from "react"
import { readDigest } from "@/app/admin/_gate/told-fault"

type Props = { readonly error: Error & { readonly digest?: string } }

// A fault reaches the browser without words of the server, so both languages stand here.
const words = {
  en: {
    title: "Something went wrong on our side",
    detail: "It is recorded. Try again.",
    silent: "Temporarily unavailable",
    silentDetail: "A part of the portal does not respond. Try again shortly.",
    again: "Try again",
    number: "Number",
  },
  zh: {
    title: "系统出了问题",
    detail: "问题已经记录，请再试一次。",
    silent: "暂时无法使用",
    silentDetail: "门户的某个部分没有响应。请稍后再试。",
    again: "再试一次",
    number: "编号",
  },
}

/** What stands in place of a page that could not be drawn. */
export const Fault = ({ error }: Props) => {
  const [language, setLanguage] = useState<"en" | "zh">("zh")
  useEffect(() => setLanguage(document.documentElement.lang.startsWith("zh") ? "zh" : "en"), [])
  const { title, detail, silent, silentDetail, again, number } = words[language]
  const told = readDigest(error.digest ?? "")
  return (
    <div className="problem" role="alert">
      <h1>{told.isSilent ? silent : title}</h1>
      <p>{told.isSilent ? silentDetail : detail}</p>
      {told.number ? (
        <p className="quiet">
          {number}: <code>{told.number}</code>
        </p>
      ) : null}
      <button type="button" onClick={() => window.location.reload()}>
        {again}
      </button>
    </div>
  )
}

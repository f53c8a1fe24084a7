"use client"
import { useEffect, useState } from "react"

type Props = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }

// A fault reaches the browser without words of the server, so both languages stand here.
const words = {
  en: {
    title: "Something went wrong on our side",
    detail: "It is recorded. Try again.",
    again: "Try again",
    number: "Number",
  },
  zh: { title: "系统出了问题", detail: "问题已经记录，请再试一次。", again: "再试一次", number: "编号" },
}

const Fault = ({ error, reset }: Props) => {
  const [language, setLanguage] = useState<"en" | "zh">("zh")
  useEffect(() => setLanguage(document.documentElement.lang.startsWith("zh") ? "zh" : "en"), [])
  const { title, detail, again, number } = words[language]
  return (
    <div className="problem" role="alert">
      <h1>{title}</h1>
      <p>{detail}</p>
      {error.digest ? (
        <p className="quiet">
          {number}: <code>{error.digest}</code>
        </p>
      ) : null}
      <button type="button" onClick={reset}>
        {again}
      </button>
    </div>
  )
}
export default Fault

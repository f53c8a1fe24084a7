"use client"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"

const triesMax = 8

/** Draws the page anew until the case is there that opens by itself. */
export const AwaitCase = ({ text }: { text: string }) => {
  const router = useRouter()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (tries >= triesMax) return
    const timer = setTimeout(
      () => {
        router.refresh()
        setTries(tries + 1)
      },
      500 * (tries + 1),
    )
    return () => clearTimeout(timer)
  }, [router, tries])
  return (
    <p className="quiet" role="status">
      {text}
    </p>
  )
}

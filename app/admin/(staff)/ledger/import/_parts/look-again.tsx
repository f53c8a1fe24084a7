"use client"
import { useRouter } from "next/navigation"
import { useEffect } from "react"

const everyMs = 1_000

/** Draws the page anew every second while it is seen. */
export const LookAgain = () => {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh()
    }, everyMs)
    return () => clearInterval(timer)
  }, [router])
  return null
}

import { readdirSync, readFileSync, writeFileSync } from "node:fs"

const groupOf = (pid: string) => {
  // The name, in brackets, may hold spaces.
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2])
}

/** A process and all that it started: each service of the portal leads a group of its own. */
const membersOf = (pid: number) =>
  readdirSync("/proc").filter((entry) => {
    try {
      return /^\d+$/.test(entry) && groupOf(entry) === pid
    } catch {
      return false
    }
  })

const sum = (pid: number, field: "VmRSS" | "VmHWM") =>
  membersOf(pid).reduce((bytes, member) => {
    const found = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${member}/status`, "utf8"))
    return bytes + Number(found?.[1] ?? 0) * 1024
  }, 0)

/** Resident memory now, in bytes. Linux only, as the embedded stores are. */
export const residentBytes = (pid: number) => sum(pid, "VmRSS")

/** The most that was resident since `forgetPeak`, in bytes. */
export const peakBytes = (pid: number) => sum(pid, "VmHWM")

export const forgetPeak = (pid: number) => {
  for (const member of membersOf(pid)) writeFileSync(`/proc/${member}/clear_refs`, "5")
}

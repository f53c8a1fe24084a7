import { readdirSync, readFileSync } from "node:fs"

const read = (path: string) => {
  try {
    return readFileSync(path, "utf8")
  } catch {
    // It ended meanwhile.
    return ""
  }
}

/** What a process has of the machine's memory, its share of what it has in common with others included. */
const ownBytes = (pid: number): number => {
  const share = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1]
  // A kernel that does not tell the share tells what is resident, which is more.
  return share ? Number(share) * 1_024 : Number(read(`/proc/${pid}/statm`).split(" ")[1] ?? 0) * 4_096
}

/** The bytes of a process and all that it started, as far as they still run (Linux); shared pages count once. */
const treeBytes = (root: number): number => {
  const parents = new Map<number, number>()
  for (const name of readdirSync("/proc"))
    if (/^\d+$/.test(name)) {
      const stat = read(`/proc/${name}/stat`)
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]))
    }
  const isOf = (pid: number): boolean => pid === root || (parents.has(pid) && isOf(parents.get(pid) ?? 0))
  return [...parents.keys()].filter((pid) => isOf(pid)).reduce((sum, pid) => sum + ownBytes(pid), 0)
}

/** Looks at a process and what it starts until it is stopped. @returns the most bytes that were seen at once */
export const watchTree = (root: number) => {
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, treeBytes(root))
  }, 40)
  return {
    stop: () => {
      clearInterval(watch)
      return peak
    },
  }
}

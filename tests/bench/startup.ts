import { setTimeout as pause } from "node:timers/promises"
import { type Bench, megabytes, number } from "@/tests/support/bench/bench"
import { residentBytes } from "@/tests/support/bench/memory"
import { elapsed } from "@/tests/support/bench/time"
import { pidsIn } from "@/tests/support/portal/own-portal"
import { startPortal } from "@/tests/support/portal/start-portal"

const restSeconds = 5

export const bench: Bench = async (show) => {
  // Once for nothing: the site may have to be built.
  const first = await startPortal("bench")
  await first.stop()
  const { result: portal, ms } = await elapsed(() => startPortal("bench"))
  await pause(restSeconds * 1_000)
  show({
    title: "Startup: `npm start` of a built tree on an empty folder, seed included",
    rows: [{ what: "until it says that it is ready", seconds: number(ms / 1_000, 1) }],
  })
  const resident = Object.entries(pidsIn(portal.dataDir)).map(([name, pid]) => ({
    name,
    bytes: residentBytes(pid),
  }))
  const row = (process: string, bytes: number) => ({ process, "resident MB": megabytes(bytes) })
  show({
    title: `Memory at rest, ${restSeconds} seconds after that`,
    rows: [
      ...resident.map(({ name, bytes }) => row(name, bytes)),
      row(
        "all",
        resident.reduce((all, { bytes }) => all + bytes, 0),
      ),
    ],
  })
  await portal.stop()
}

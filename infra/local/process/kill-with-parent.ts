// No child outlives the process that started it, even when that one is killed with -9: a shell waits for the end of
// a pipe which only the starter holds, and then kills the child's whole group.
import { type ChildProcess, spawn } from "node:child_process"

/** Ties a child, which must have been spawned `detached`, to the life of this process. */
export const killWithParent = (child: ChildProcess) => {
  if (child.pid === undefined) return
  const holder = spawn("sh", ["-c", 'read -r _; kill -9 "-$1"', "kill-with-parent", String(child.pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  })
  holder.unref()
  child.once("exit", () => holder.kill("SIGKILL"))
}

/** Kills a child that was tied and all that it started. */
export const killGroup = (child: ChildProcess) => {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, "SIGKILL")
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error
  }
}

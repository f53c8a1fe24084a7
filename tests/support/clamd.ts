import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { eicar } from "./files/eicar"

const places = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"]
export const clamdPath = places.map((place) => join(place, "clamd")).find(existsSync)

export type Clamd = { readonly path: string; readonly close: () => Promise<void> }

/** A real clamd with a signature of its own for EICAR, wherever in a file it stands; nothing is downloaded. */
export const startClamd = async (streamBytesMax: string): Promise<Clamd> => {
  if (!clamdPath) throw new Error("clamd is not installed")
  const dir = mkdtempSync(join(tmpdir(), "clamd-"))
  const path = join(dir, "socket")
  writeFileSync(join(dir, "local.ndb"), `Eicar-Test:0:*:${eicar.toString("hex")}\n`)
  const settings = [
    `DatabaseDirectory ${dir}`,
    `LocalSocket ${path}`,
    "Foreground yes",
    `StreamMaxLength ${streamBytesMax}`,
    "AlertExceedsMax yes",
    "AlertEncryptedArchive yes",
  ]
  writeFileSync(join(dir, "clamd.conf"), `${settings.join("\n")}\n`)
  const child = spawn(clamdPath, [`--config-file=${join(dir, "clamd.conf")}`], { stdio: "ignore" })
  await listening(path, child)
  return {
    path,
    close: async () => {
      child.kill()
      if (child.exitCode === null) await once(child, "exit")
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

const listening = async (path: string, child: ChildProcess) => {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`clamd ended with ${child.exitCode}`)
    const socket = connect({ path })
    const isThere = await once(socket, "connect").then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isThere) return
    await pause(100)
  }
  throw new Error("clamd does not listen")
}

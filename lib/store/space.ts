import { statfs } from "node:fs/promises"
import { setting } from "@/lib/kernel/config"

const megabyte = 1024 * 1024
/** What a disk keeps free for the work that is under way, and for taking things away. */
const reserveShare = 0.05
const reserveMegabytesMax = 256

type Disk = { readonly bavail: number; readonly blocks: number; readonly bsize: number }

/** Whether a disk has so little left that nothing more may be taken in. */
export const isShort = ({ bavail, blocks, bsize }: Disk, reserveMegabytes?: number): boolean => {
  const reserve =
    reserveMegabytes ?? Math.min(reserveMegabytesMax, (reserveShare * blocks * bsize) / megabyte)
  return (bavail * bsize) / megabyte < reserve
}

/** Whether the stores lie on a disk, and that is nearly full. Looked at each time: it comes back by itself. */
export const isStorageFull = async (): Promise<boolean> => {
  const path = setting("STORAGE_PATH")
  if (path === undefined) return false
  const disk = await statfs(path).catch(() => undefined)
  return disk !== undefined && isShort(disk, setting("STORAGE_RESERVE_MB"))
}

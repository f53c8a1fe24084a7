import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import { verb } from "@/lib/kernel/verb"
import { readHeartbeat, writeHeartbeat } from "@/lib/store/heartbeat"
import { isStorageFull } from "@/lib/store/space"

const checkMsMax = 1_500

export type PipelineState = "alive" | "silent"
export type StorageState = "free" | "full"

/** The pipeline says that it is at work. */
export const beat = verb(
  { name: "health.beat", by: ["system"], input: z.object({}) },
  (ctx): Promise<void> => writeHeartbeat(ctx.now),
)

/** What a portal on one computer knows of itself, beside its stores; absent where others watch over it. */
export const getHealth = verb(
  { name: "health.get", by: ["visitor"], input: z.object({}) },
  async (ctx): Promise<{ pipeline?: PipelineState; storage?: StorageState }> => {
    const secondsMax = setting("PIPELINE_SILENT_SECONDS_MAX")
    const [pipeline, isFull] = await Promise.all([
      secondsMax === undefined ? undefined : pipelineAt(ctx.now, secondsMax),
      isStorageFull(),
    ])
    return {
      ...(pipeline ? { pipeline } : {}),
      ...(setting("STORAGE_PATH") === undefined ? {} : { storage: isFull ? "full" : "free" }),
    }
  },
)

const pipelineAt = async (now: string, secondsMax: number): Promise<PipelineState> => {
  const last = await readHeartbeat(AbortSignal.timeout(checkMsMax)).catch(() => undefined)
  return last && Date.parse(now) - Date.parse(last) <= secondsMax * 1000 ? "alive" : "silent"
}

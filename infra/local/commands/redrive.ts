import { join } from "node:path"
import { onRunningPortal } from "@/infra/local/commands/command"
import { deadLetterFolder } from "@/infra/local/pump/dead-letters"
import { openProgressStore } from "@/infra/local/pump/progress-store"
import { redriveDeadLetters } from "@/infra/local/pump/redrive-dead-letters"

await onRunningPortal(async ({ dataDir }) => {
  const { arrivals, stream } = await import("@/infra/local/pump/pipeline")
  const progress = openProgressStore(join(dataDir, "pump.sqlite"))
  const consumers = [...stream, ...arrivals]
  const { delivered, dead } = await redriveDeadLetters(
    progress,
    deadLetterFolder(dataDir),
    consumers,
    (line) => console.log(line),
  )
  progress.close()
  console.log(`${delivered} delivered, ${dead} still dead`)
  return dead > 0 ? 1 : 0
})

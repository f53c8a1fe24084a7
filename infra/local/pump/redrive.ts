import { join } from "node:path"
import { onRunningPortal } from "@/infra/local/command"
import { deadLetterFolder } from "./dead-letters"
import { openProgressStore } from "./progress-store"
import { redriveDeadLetters } from "./redrive-dead-letters"

await onRunningPortal(async ({ dataDir }) => {
  const { arrivals, stream } = await import("./pipeline")
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

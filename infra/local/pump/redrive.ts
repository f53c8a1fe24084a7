import { join } from "node:path"
import { onRunningPortal } from "@/infra/local/command"
import { deadLetterFolder } from "./dead-letters"
import { openLedger } from "./ledger"
import { raiseDeadLetters } from "./raise"

await onRunningPortal(async ({ dataDir }) => {
  const { arrivals, stream } = await import("./pipeline")
  const ledger = openLedger(join(dataDir, "pump.sqlite"))
  const consumers = [...stream, arrivals]
  const { raised, dead } = await raiseDeadLetters(ledger, deadLetterFolder(dataDir), consumers, (line) =>
    console.log(line),
  )
  ledger.close()
  console.log(`${raised} delivered, ${dead} still dead`)
  return dead > 0 ? 1 : 0
})

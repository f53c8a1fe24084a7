import { prepare } from "@/infra/local/stores/prepare"
import { onRunningPortal } from "./command"

await onRunningPortal(async (local) => {
  const demoKey = await prepare(local, (line) => console.log(line))
  console.log(`The stores hold the seed; key of the demo right holder: ${demoKey}`)
  return 0
})

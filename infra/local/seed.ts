import { onRunningPortal } from "./command"
import { prepare } from "./prepare"

await onRunningPortal(async (local) => {
  const demoKey = await prepare(local, (line) => console.log(line))
  console.log(`The stores hold the seed; key of the demo right holder: ${demoKey}`)
  return 0
})

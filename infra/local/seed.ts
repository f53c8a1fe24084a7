import { onRunningPortal } from "./command"
import { prepare } from "./prepare"

await onRunningPortal(async ({ variables }) => {
  await prepare(variables)
  console.log("The stores hold the seed")
  return 0
})

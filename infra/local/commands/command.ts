import { type LocalEnvironment, localEnvironment } from "@/infra/local/environment/environment"
import { requireStores } from "@/infra/local/process/ready"

/**
 * Runs a command on the portal that is up, then ends this process with the code it gives; an error is told in its
 * own words. `work` imports what uses `lib` itself: the clients there read their endpoints as they are made.
 */
export const onRunningPortal = async (work: (local: LocalEnvironment) => Promise<number>) => {
  try {
    const local = await localEnvironment(process.env)
    const { AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_S3 } = local.variables
    await requireStores([AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_S3])
    Object.assign(process.env, local.variables)
    process.exit(await work(local))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

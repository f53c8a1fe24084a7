import { HeadBucketCommand } from "@aws-sdk/client-s3"
import { GetCommand } from "@aws-sdk/lib-dynamodb"
import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import { verb } from "@/lib/kernel/verb"
import { s3 } from "@/lib/store/bucket"
import { documents } from "@/lib/store/table"

const checkMsMax = 1_500

export type StoreState = "reachable" | "unreachable"

/** Whether the table and the bucket answer in time: evidence is the noun that lives in both. */
export const checkStores = verb(
  { name: "evidence.checkStores", by: ["visitor"], input: z.object({}) },
  async (): Promise<{ table: StoreState; bucket: StoreState }> => {
    const abortSignal = AbortSignal.timeout(checkMsMax)
    const [table, bucket] = await Promise.all([
      stateOf(
        documents.send(
          new GetCommand({ TableName: setting("TABLE_NAME"), Key: { pk: "health", sk: "health" } }),
          { abortSignal },
        ),
      ),
      stateOf(s3.send(new HeadBucketCommand({ Bucket: setting("EVIDENCE_BUCKET") }), { abortSignal })),
    ])
    return { table, bucket }
  },
)

const stateOf = (answer: Promise<unknown>): Promise<StoreState> =>
  answer.then(
    () => "reachable",
    () => "unreachable",
  )

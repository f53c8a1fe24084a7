import type { SQSBatchResponse, SQSEvent } from "aws-lambda"
import { z } from "zod"
import { recordScan } from "@/lib/evidence"
import { contextFor } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"

/** What of GuardDuty's event "Malware Protection Object Scan Result" is looked at. */
const ScanResult = z.object({
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string() }),
    scanResultDetails: z.object({
      scanResultStatus: z.string(),
      threats: z.array(z.object({ name: z.string() })).nullish(),
    }),
  }),
})
type Details = z.infer<typeof ScanResult>["detail"]["scanResultDetails"]

/** Undefined for what is no result (FAILED, ACCESS_DENIED): the sweeper asks again. */
const resultIn = ({ scanResultStatus, threats }: Details) => {
  switch (scanResultStatus) {
    case "NO_THREATS_FOUND":
      return { verdict: "clean" as const }
    case "THREATS_FOUND":
      return { verdict: "infected" as const, threat: threats?.map(({ name }) => name).join(", ") || "?" }
    case "UNSUPPORTED":
      return { verdict: "unscannable" as const }
    default:
      return undefined
  }
}

/** GuardDuty's results for the evidence bucket, by way of a queue. One that is there before its file is sealed comes again. */
export const handler = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = []
  for (const { messageId, body } of Records) {
    try {
      const { s3ObjectDetails, scanResultDetails } = ScanResult.parse(JSON.parse(body)).detail
      const result = resultIn(scanResultDetails)
      if (!result) {
        log.warn({ messageId, status: scanResultDetails.scanResultStatus }, "no scan")
        continue
      }
      const ctx = contextFor({ kind: "system", name: "scanned" })
      await recordScan(ctx, { key: s3ObjectDetails.objectKey, result })
    } catch (error) {
      log.error({ messageId, error: String(error) }, "scan not recorded")
      batchItemFailures.push({ itemIdentifier: messageId })
    }
  }
  return { batchItemFailures }
}

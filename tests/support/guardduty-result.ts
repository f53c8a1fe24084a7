import { randomUUID } from "node:crypto"
import type { SQSEvent } from "aws-lambda"

/** What GuardDuty says of an object, as the queue brings it. */
export const guardDutyResult = (key: string, scanResultStatus: string, threats: unknown = null): SQSEvent =>
  ({
    Records: [
      {
        messageId: "m1",
        body: JSON.stringify({
          version: "0",
          id: randomUUID(),
          "detail-type": "GuardDuty Malware Protection Object Scan Result",
          source: "aws.guardduty",
          detail: {
            schemaVersion: "1.0",
            scanStatus: "COMPLETED",
            resourceType: "S3_OBJECT",
            s3ObjectDetails: {
              bucketName: "b",
              objectKey: key,
              eTag: "e",
              versionId: "v",
              s3Throttled: false,
            },
            scanResultDetails: { scanResultStatus, threats },
          },
        }),
      },
    ],
  }) as unknown as SQSEvent

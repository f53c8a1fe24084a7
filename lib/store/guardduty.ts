import { GuardDutyClient, SendObjectMalwareScanCommand } from "@aws-sdk/client-guardduty"

const guardDuty = new GuardDutyClient({ region: process.env.AWS_REGION ?? "us-east-1" })

/** Has GuardDuty look at an object (again). Its answer comes as an event. */
export const askGuardDuty = async (bucket: string, key: string): Promise<void> => {
  await guardDuty.send(new SendObjectMalwareScanCommand({ S3Object: { Bucket: bucket, Key: key } }))
}

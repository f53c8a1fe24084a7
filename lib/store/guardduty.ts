import { GuardDutyClient, SendObjectMalwareScanCommand } from "@aws-sdk/client-guardduty"
import { objectAt } from "./objects/client"

const guardDuty = new GuardDutyClient({ region: process.env.AWS_REGION ?? "us-east-1" })

/** Has GuardDuty look at an object (again). Its answer comes as an event. */
export const askGuardDuty = async (key: string): Promise<void> => {
  await guardDuty.send(new SendObjectMalwareScanCommand({ S3Object: objectAt(key) }))
}

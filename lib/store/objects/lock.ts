import { HeadObjectCommand, PutObjectRetentionCommand } from "@aws-sdk/client-s3"
import { objectAt, s3 } from "./client"
import { orFailure } from "./failure"

/**
 * Locks an object until another day. An object that is not there is left alone, and so is a lock that would become
 * shorter unless that is meant.
 */
export const changeLock = async (
  key: string,
  until: Date,
  { mayShorten }: { readonly mayShorten: boolean },
): Promise<void> => {
  const head = await orFailure(s3.send(new HeadObjectCommand(objectAt(key))), "missing")
  if (head === "missing") return
  // S3 keeps whole seconds.
  const seconds = (date: Date | undefined) => Math.floor((date?.getTime() ?? 0) / 1000)
  const [now, then] = [seconds(head.ObjectLockRetainUntilDate), seconds(until)]
  if (now === then || (then < now && !mayShorten)) return
  await s3.send(
    new PutObjectRetentionCommand({
      ...objectAt(key),
      VersionId: head.VersionId,
      Retention: { Mode: "GOVERNANCE", RetainUntilDate: new Date(then * 1000) },
      BypassGovernanceRetention: then < now ? true : undefined,
    }),
  )
}

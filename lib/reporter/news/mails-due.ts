import { type Due, dueIn } from "@/lib/store/worklist"
import { newsShards } from "./news.entity"

/** Mails that it is time to send. */
export const mailsDue = (now: string): Promise<Due> =>
  dueIn(
    Array.from({ length: newsShards }, (_, shard) => `news#${shard}`),
    now,
  )

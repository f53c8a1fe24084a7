import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import type { HolderKey } from "./key"
import { KeyEntity } from "./key.entity"

export const allKeys = async () => (await KeyEntity.query.all({}).go({ pages: "all" })).data

/** All keys ever issued, with their use, oldest first. */
export const listKeys = verb(
  { name: "key.list", by: ["administrator", "auditor"], input: z.object({}) },
  async (): Promise<HolderKey[]> =>
    (await allKeys()).map(({ secretHash: _secret, head: _head, ...key }) => key),
)

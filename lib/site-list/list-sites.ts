import { z } from "zod"
import { holderOf } from "@/lib/kernel/context"
import { verb } from "@/lib/kernel/verb"
import { countAgainst } from "@/lib/limits"
import { type Standing, standingsOf } from "./listed-site"
import { ListedSiteEntity } from "./listed-site.entity"

/**
 * The confirmed list, with what was removed from it, in the order of the sites. A key of the demo reads the demo's
 * sites alone, and no other key reads them.
 * @param input.since only what was listed or removed after this moment
 * @throws {DomainError} forbidden `key-scope`; limited
 */
export const listSites = verb(
  {
    name: "site-list.list",
    by: ["right-holder"],
    input: z.object({ since: z.iso.datetime({ offset: true }).optional() }),
  },
  async (ctx, { since }): Promise<Standing[]> => {
    const { keyId, demo } = holderOf(ctx, "sites:read")
    await countAgainst("siteLists", keyId)
    const { data } = await ListedSiteEntity.query.list({}).go({ pages: "all" })
    const after = since === undefined ? undefined : new Date(since).toISOString()
    return standingsOf(
      data.map(({ row }) => row).filter((entry) => (entry.demo ?? false) === (demo ?? false)),
    ).filter((standing) => after === undefined || changedAt(standing) > after)
  },
)

const changedAt = ({ listedAt, removedAt }: Standing) => removedAt ?? listedAt

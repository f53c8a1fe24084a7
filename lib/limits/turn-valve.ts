import { z } from "zod"
import { commit, type Head, initialHead, type NewEvent, requireSeen } from "@/lib/audit"
import { type Context, personOf } from "@/lib/kernel/context"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { forgetValve, readValve, type Valve } from "./valve"
import { ValveEntity } from "./valve.entity"

const file = "valve"
const Message = Written({ min: 10, max: 500 })

/** Shuts uploads, or all reports, until an administrator opens them; from one of the two also into the other. */
export const shutValve = verb(
  {
    name: "limits.shutValve",
    by: ["administrator"],
    input: z.object({
      version: z.int(),
      state: z.enum(["uploads-shut", "reports-shut"]),
      message: z.object({ zh: Message, en: Message }),
    }),
  },
  (ctx, { version, ...valve }) => turn(ctx, version, valve, { type: "valve.shut", data: valve }),
)

/** @throws {DomainError} conflict with the last change */
export const openValve = verb(
  { name: "limits.openValve", by: ["administrator"], input: z.object({ version: z.int() }) },
  (ctx, { version }) => turn(ctx, version, { state: "open" }, { type: "valve.opened" }),
)

const turn = async (
  ctx: Context,
  version: number,
  valve: Omit<Valve, "version">,
  event: NewEvent,
): Promise<void> => {
  const before: Head = (await readValve()) ?? initialHead
  await requireSeen({ file, version: before.version, seen: version })
  const changed = { ...valve, changedBy: personOf(ctx).id, changedAt: ctx.now }
  await commit(ctx, {
    file,
    subject: file,
    from: before,
    event,
    record: (next) =>
      put(
        before.version === 0
          ? ValveEntity.create({ ...changed, ...next })
          : ValveEntity.put({ ...changed, ...next }).where((the, { eq }) => eq(the.version, before.version)),
      ),
  })
  forgetValve()
}

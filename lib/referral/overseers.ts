import { hasRole } from "@/lib/kernel/actor"
import type { Context } from "@/lib/kernel/context"

/** Who sees the referrals to every authority; to anybody else only those in the own authority's inbox are known. */
export const overseers = ["case-officer", "auditor", "administrator"] as const
export const oversees = (ctx: Context) => overseers.some((role) => hasRole(ctx.actor, role))

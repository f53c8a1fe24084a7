"use server"
import { callAction } from "@/app/admin/_gate/call-action"
import { type VerifyPosition, verifySome } from "@/lib/audit"
import { verifyDays } from "@/lib/reporter"

/** The position comes from the page: the verb reads it for itself. */
export const checkSome = callAction((ctx, position: VerifyPosition) => verifySome(ctx, position))

/** Holds the trail of the staff against the published logs of closed days. */
export const checkDays = callAction((ctx) => verifyDays(ctx, {}))

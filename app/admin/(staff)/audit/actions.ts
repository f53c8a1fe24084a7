"use server"
import { callAction } from "@/app/admin/_gate/call-action"
import { type VerifyPosition, verifySome } from "@/lib/audit"

/** The position comes from the page: the verb reads it for itself. */
export const checkSome = callAction((ctx, position: VerifyPosition) => verifySome(ctx, position))

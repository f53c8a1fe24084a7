import { draftHoursMax } from "@/lib/reporter"
import { secretCookie } from "./secret-cookie"

/** What opens the draft of a report. */
export const draftCookie = secretCookie("draft", draftHoursMax)

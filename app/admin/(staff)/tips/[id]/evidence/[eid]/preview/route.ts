import { staffRoute } from "@/app/_adapter/staff-route"
import { preview } from "./preview"

export const GET = staffRoute(preview)

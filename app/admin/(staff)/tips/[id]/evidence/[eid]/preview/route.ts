import { staffRoute } from "@/app/admin/_gate/staff-route"
import { preview } from "./preview"

export const GET = staffRoute(preview)

import { refusing } from "@/app/_http/methods"
import { staffRoute } from "@/app/admin/_gate/staff-route"
import { preview } from "./preview"

export const GET = staffRoute(preview)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")

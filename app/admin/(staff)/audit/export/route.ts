import { refusing } from "@/app/_http/methods"
import { staffRoute } from "@/app/admin/_gate/staff-route"
import { dayCsv } from "./day-csv"

export const GET = staffRoute(dayCsv)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")

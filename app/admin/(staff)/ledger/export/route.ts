import { refusing } from "@/app/_http/methods"
import { staffRoute } from "@/app/admin/_gate/staff-route"
import { ledgerCsv } from "./ledger-csv"

export const GET = staffRoute(ledgerCsv)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")

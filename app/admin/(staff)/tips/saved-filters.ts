"use server"
import { cookies } from "next/headers"
import { z } from "zod"
import {
  consoleFilters,
  filterNameMax,
  filtersCookie,
  filtersMax,
  withFilter,
} from "@/app/admin/_gate/console-filters"
import { formAction } from "@/app/admin/_gate/form-action"
import { invalid } from "@/lib/kernel/errors"
import { parse } from "@/lib/kernel/parse"

const keptSeconds = 365 * 86_400
const Named = z.object({ name: z.string().trim().min(1).max(filterNameMax), query: z.string().max(300) })

const keep = async (cookie: string) =>
  (await cookies()).set(filtersCookie, cookie, {
    path: "/admin",
    sameSite: "lax",
    httpOnly: true,
    maxAge: keptSeconds,
  })

/** Keeps a narrowed list under a name, in this browser. */
export const saveFilter = formAction(async (_ctx, { text }) => {
  const added = parse(Named, { name: text("name"), query: text("query") })
  const cookie = withFilter(await consoleFilters(), added)
  if (cookie === undefined) throw invalid(["name"], "too-many", { max: filtersMax })
  await keep(cookie)
})

export const removeFilter = formAction(async (_ctx, { text }) => {
  const left = (await consoleFilters()).filter(({ name }) => name !== text("name"))
  await keep(JSON.stringify(left))
})

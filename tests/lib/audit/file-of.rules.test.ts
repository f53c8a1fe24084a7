import { expect, it } from "vitest"
import { fileOf } from "@/lib/audit"

it.each([
  ["tip_1", "tip", "tip_1"],
  ["cas_1", "event#cas_1#00000001", "cas_1"],
  ["bat_1", "batch", "bat_1"],
  ["imp_1", "import", "imp_1"],
  ["key_1", "holder-key", "key_1"],
  ["obj_1", "objection", "obj_1"],
  ["campaigns", "demo-2026", "campaign#demo-2026"],
  ["campaign#demo-2026", "event#campaign#demo-2026#00000001", "campaign#demo-2026"],
  ["authorities", "mps", "authority#mps"],
  ["notice#a", "notice", "notice#a"],
  ["person#mei", "signed-in", "person#mei"],
  ["dead-letter#1", "dead-letter", "dead-letter#1"],
  ["day-log", "day#2026-11-28", "day-log#2026-11-28"],
  ["day-log#2026-11-28", "event#day-log#2026-11-28#00000001", "day-log#2026-11-28"],
  ...["valve", "routing", "known-good", "settings", "invitations"].map((file) => [file, file, file]),
])("the item %s, %s belongs to the file %s", (pk, sk, file) => {
  expect(fileOf({ pk, sk })).toEqual([file])
})

it.each([
  ["people", "mei"],
  ["session#1", "session"],
  ["draft#1", "draft"],
  ["settings-of-another", "x"],
])("the item %s, %s belongs to none", (pk, sk) => {
  expect(fileOf({ pk, sk })).toEqual([])
})

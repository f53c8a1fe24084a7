import { unstable_rethrow } from "next/navigation"
import type { Context } from "@/lib/kernel/context"
import { consoleLocale } from "./console-locale"
import { refused } from "./form-action"
import type { FormState } from "./form-state"
import { requireStaff } from "./session"

export type Answer<Result> =
  | { readonly result: Result }
  | { readonly problem: NonNullable<FormState["problem"]> }

/** A server action that a part of a page calls by itself, again and again, instead of a form. */
export const callAction =
  <Input, Result>(run: (ctx: Context, input: Input) => Promise<Result>) =>
  async (input: Input): Promise<Answer<Result>> => {
    try {
      return { result: await run(await requireStaff(), input) }
    } catch (error) {
      unstable_rethrow(error)
      return { problem: refused(error, await consoleLocale()).problem }
    }
  }

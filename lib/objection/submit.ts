import { z } from "zod"
import { commit, initialHead } from "@/lib/audit"
import { sha256 } from "@/lib/kernel/crypto"
import { invalid, isDomainError } from "@/lib/kernel/errors"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { countAgainst, Origin } from "@/lib/limits"
import { confirmingCases, siteAsked } from "@/lib/site-list"
import { put } from "@/lib/store/transact"
import { findObjection, hashOfObjectionCode, identityFrom, numberOfObjection } from "./find"
import { type Objection, objectionRow } from "./objection"
import { ObjectionEntity } from "./objection.entity"

/** What opens an objection. The code is told once. */
export type ObjectionReceipt = { readonly number: string; readonly code: string }

/**
 * Takes the objection of whoever runs a site, or speaks for it. Nobody is asked who that is.
 * @param input.key of the form: sent twice it is one objection
 * @throws {DomainError} invalid `not-listed` for a site that is not on the list, and as `checkSite`; limited
 */
export const submitObjection = verb(
  {
    name: "objection.submit",
    by: ["visitor"],
    input: z.object({
      typed: Written({ min: 1, max: 2_000 }),
      text: Written({ min: 20, max: 10_000 }),
      locale: z.enum(["zh", "en"]),
      key: z.string().min(16).max(100),
      origin: Origin,
    }),
  },
  async (ctx, { typed, text, locale, key, origin }): Promise<ObjectionReceipt> => {
    const { objectionId, code } = identityFrom(key)
    const receipt = { number: numberOfObjection(objectionId), code }
    if ((await findObjection(objectionId))?.text === text) return receipt
    await countAgainst("objections", origin)
    const { site } = siteAsked(typed)
    const cases = await confirmingCases(site)
    const [first] = cases
    if (!first) throw invalid(["typed"], "not-listed")
    const objection: Objection = {
      objectionId,
      status: "received",
      site,
      siteName: first.siteName,
      caseIds: cases.map(({ caseId }) => caseId),
      text,
      locale,
      receivedAt: ctx.now,
      demo: first.demo,
      ...initialHead,
    }
    try {
      await commit(ctx, {
        file: objectionId,
        subject: objectionId,
        from: initialHead,
        event: { type: "objection.received", data: { site, textHash: sha256(text) } },
        record: (next) =>
          put(
            ObjectionEntity.create({
              ...objection,
              ...next,
              caseIds: [...objection.caseIds],
              codeHash: hashOfObjectionCode(objectionId, code),
              row: objectionRow(objection),
            }),
          ),
      })
    } catch (error) {
      // A twin of this form was faster.
      const isTwin = isDomainError(error) && (await findObjection(objectionId))?.text === text
      if (!isTwin) throw error
    }
    return receipt
  },
)

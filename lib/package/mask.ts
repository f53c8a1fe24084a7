import type { TipId } from "@/lib/kernel/id"

/** Takes out of a text what names a tip: its id, and the receipt's number, however it is grouped. */
export const masking = (tipIds: readonly TipId[]) => {
  const numbers = tipIds.map((tipId) => tipId.slice("tip_".length))
  const forms = numbers.map((one) => `(?:tip_)?${(one.match(/.{1,4}/g) ?? []).join("[-\\s]?")}`)
  const named = forms.length > 0 ? new RegExp(forms.join("|"), "giu") : undefined
  return {
    names: (text: string) => named !== undefined && text.search(named) >= 0,
    mask: (text: string) => (named ? text.replaceAll(named, "[withheld]") : text),
  }
}

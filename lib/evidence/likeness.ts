import type { EvidenceId, TipId } from "@/lib/kernel/id"
import { isOfTip } from "./evidence"
import { LikenessEntity } from "./likeness.entity"

/** Pictures that differ in no more bits of 64 look alike: the same one scaled, cropped a little or compressed anew. */
const bitsMax = 4
/** One more than `bitsMax`: two that look alike have at least one of them in common. */
const bandSizes = [13, 13, 13, 13, 12] as const
const bandLimit = 100

type Ids = { readonly tipId: TipId; readonly evidenceId: EvidenceId }

const bitsOf = (likeness: string) => BigInt(`0x${likeness}`).toString(2).padStart(64, "0")

/** The bands of a likeness, by their place and their bits. */
export const bandsOf = (likeness: string): string[] => {
  const bits = bitsOf(likeness)
  return bandSizes.map((size, at) => `${at}#${bits.slice(at * bandSizes[0], at * bandSizes[0] + size)}`)
}

/** In how many bits two likenesses differ. */
export const distanceOf = (one: string, other: string): number =>
  [...(BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2)].filter((bit) => bit === "1").length

/** Notes what a picture looks like, so that others like it are found. Done twice, it changes nothing. */
export const noteLikeness = async (ids: Ids, likeness: string): Promise<void> => {
  await Promise.all(bandsOf(likeness).map((band) => LikenessEntity.put({ ...ids, band, likeness }).go()))
}

/** The tips that hold a picture which looks like one of these, the first `bandLimit` of each band looked through. */
export const tipsWithLike = async (likenesses: readonly string[]): Promise<TipId[]> => {
  const found = await Promise.all(
    likenesses.map(async (likeness) => {
      const bands = bandsOf(likeness).map((band) =>
        LikenessEntity.query.band({ band }).go({ limit: bandLimit }),
      )
      const near = (await Promise.all(bands)).flatMap(({ data }) => data)
      return near.filter((one) => distanceOf(one.likeness, likeness) <= bitsMax).map(({ tipId }) => tipId)
    }),
  )
  return [...new Set(found.flat().filter(isOfTip))]
}

import { campaign } from "./en/campaign"

const keysOf = <Words extends object>(words: Words) => Object.keys(words) as (keyof Words)[]

/** What a campaign can name as taking part, and as its focus: whatever the portal has words for in both languages. */
export const agencies = keysOf(campaign.agencies)
export const focuses = keysOf(campaign.focus)

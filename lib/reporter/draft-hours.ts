/** So long a draft is kept. */
export const draftHoursMax = 24

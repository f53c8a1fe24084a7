import { bucket } from "@/lib/store/table-description"
import type { Language } from "./brief/words"
import type { PackageRow } from "./package"

export const packageKey = ({ caseId, referralId }: PackageRow) =>
  `${bucket.packages}${caseId}/${referralId}.zip`

/** The brief beside it, to be read at once. */
export const briefKey = ({ caseId, referralId }: PackageRow, language: Language) =>
  `${bucket.packages}${caseId}/${referralId}.brief.${language}.pdf`

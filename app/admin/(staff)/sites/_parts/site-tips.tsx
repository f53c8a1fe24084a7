import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { To } from "@/app/admin/_ui/to"
import { Age } from "@/app/admin/_ui/when"
import { TipStatusBadge } from "@/app/admin/(staff)/tips/_parts/tip-status"
import type { SiteRow } from "@/lib/desk"
import { numberOf } from "@/lib/reporter"
import { type Entry, entryOf } from "@/lib/settings"
import { after } from "@/lib/tip"
import { seenText } from "./seen"

type Props = {
  readonly locale: Locale
  readonly now: string
  readonly rows: readonly SiteRow[]
  readonly entries: readonly Entry[]
  /** Whose page it is, where the person may decide. */
  readonly decidedBy?: string | undefined
}

/** The tips of a site, each with a box to tick where it can be decided. */
export const SiteTips = ({ locale, now, rows, entries, decidedBy }: Props) => {
  const t = wordsFor(locale, "consoleSite")
  const isHeld = ({ claimedById, leaseUntil }: SiteRow) =>
    claimedById !== undefined && claimedById !== decidedBy && (leaseUntil ?? "") > now
  const canDecide = (row: SiteRow) =>
    decidedBy !== undefined &&
    row.status !== "awaiting-reporter" &&
    after(row.status, "claim") !== undefined &&
    !isHeld(row)
  return (
    <DataTable
      caption={t("tips")}
      rows={rows}
      keyOf={({ tipId }) => tipId}
      empty={t("none")}
      columns={[
        {
          key: "tip",
          label: t("tip"),
          cell: (row) => (
            <>
              {canDecide(row) ? (
                <input
                  type="checkbox"
                  name={`tip ${seenText([row])}`}
                  aria-label={t("selectTip", { number: numberOf(row.tipId) })}
                />
              ) : null}{" "}
              <To href={`/admin/tips/${row.tipId}`} className="number">
                {numberOf(row.tipId)}
              </To>
            </>
          ),
        },
        {
          key: "status",
          label: t("status"),
          cell: (row) => (
            <>
              <TipStatusBadge locale={locale} status={row.status} />
              {isHeld(row) && row.claimedBy ? (
                <span className="under">{t("heldBy", { name: shownText(row.claimedBy) })}</span>
              ) : null}
              {row.declined ? (
                <span className="under">
                  {entryOf(entries, "decline-reason", row.declined)?.name[locale] ?? row.declined}
                </span>
              ) : null}
            </>
          ),
        },
        { key: "says", label: t("says"), cell: (row) => row.excerpt },
        {
          key: "age",
          label: wordsFor(locale, "consoleTip")("age"),
          cell: (row) => <Age locale={locale} at={row.receivedAt} now={now} />,
        },
        {
          key: "files",
          label: wordsFor(locale, "consoleTip")("files"),
          isNumber: true,
          cell: (row) => row.evidenceCount,
        },
      ]}
    />
  )
}

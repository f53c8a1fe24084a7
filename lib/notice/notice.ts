import { z } from "zod"
import type { FigureStatus, Metric, Precision, WiderUnit } from "@/lib/campaign"
import type { PersonRef } from "@/lib/kernel/actor"
import { canonical, sha256 } from "@/lib/kernel/crypto"

const titleMax = 200
const bodyMax = 30_000
const correctionMax = 500

/** A browser ends lines with CR LF; a notice is the same text whoever sent it. */
const Text = (max: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, "\n").trim())
    .pipe(z.string().min(1).max(max))
const Both = (max: number) => z.object({ zh: Text(max), en: Text(max) })

/** A notice says the same in both languages. The bodies are Markdown; figures stand in them by reference. */
export const NoticeText = z.object({ title: Both(titleMax), body: Both(bodyMax) })
export type NoticeText = z.infer<typeof NoticeText>

/** Why a published notice was changed: the public reads it on the version that says so. */
export const Correction = z.object({ zh: Text(correctionMax), en: Text(correctionMax) })
export type Correction = z.infer<typeof Correction>

/** Of the text alone: an event names by it what was written, and what was published. */
export const contentHashOf = ({ title, body }: NoticeText) => sha256(canonical({ title, body }))

export const Slug = z
  .string()
  .min(3)
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

export const noticeStatuses = ["draft", "in-review", "published"] as const
export type NoticeStatus = (typeof noticeStatuses)[number]

/** A notice as its publishers work on it. */
export type Notice = NoticeText & {
  readonly slug: string
  readonly campaign?: string
  readonly status: NoticeStatus
  readonly editedBy: PersonRef
  readonly editedAt: string
  readonly submittedBy?: PersonRef
  /** Of what follows a published version: why it is changed. */
  readonly correction?: Correction
  /** What a second publisher wants changed; until it is submitted again. */
  readonly returned?: { readonly reason: string; readonly by: PersonRef }
  /** The number of its last published version; 0 before the first. */
  readonly published: number
  /** Of the demo seed. */
  readonly demo?: boolean
  readonly version: number
  readonly head: string
}

/** What the second publisher looked at and let stand, with the reason. */
export type Confirmed = {
  readonly finding: string
  readonly reason: string
  readonly by: PersonRef
}

/** A figure as it stood when the notice was published. */
export type FrozenFigure = {
  readonly reference: string
  readonly campaign: string
  readonly metric: Metric
  readonly value: number
  readonly status: FigureStatus
  readonly precision: Precision
  readonly asOf?: string
  readonly publishedOn?: string
  readonly counts?: WiderUnit
  /** The revision of its campaign's figures that it stands in, where this portal published it. */
  readonly revision?: number
}

/** What versions keep that were published before a figure's precision and dates were told apart. */
export type KeptFigure = Omit<FrozenFigure, "precision"> & {
  readonly precision?: Precision
  readonly rounded?: boolean
}

/** A version that the public read, and can read for good at its own address. */
export type PublishedNotice = NoticeText & {
  readonly slug: string
  readonly number: number
  readonly campaign?: string
  readonly figures: readonly FrozenFigure[]
  readonly publishedAt: string
  /** When its first version was published. */
  readonly firstPublishedAt: string
  readonly correction?: Correction
  /** Whether a later version has taken its place. */
  readonly superseded: boolean
  /** The number of the latest version; every one from 1 on has its address. */
  readonly latest: number
}

export type NoticeRow = Pick<Notice, "slug" | "title" | "status" | "editedAt" | "published" | "demo">
export type PublishedRow = Pick<PublishedNotice, "slug" | "number" | "title" | "publishedAt" | "campaign"> & {
  /** Absent from notices whose latest version was published before corrections were told. */
  readonly firstPublishedAt?: string
  readonly correction?: Correction
}

export const noticeActs = ["edit", "submit", "return", "publish"] as const
export type NoticeAct = (typeof noticeActs)[number]
const table: Readonly<Record<NoticeStatus, Partial<Record<NoticeAct, NoticeStatus>>>> = {
  draft: { edit: "draft", submit: "in-review" },
  "in-review": { return: "draft", publish: "published" },
  published: { edit: "draft" },
}

/** The status after an act, or undefined where the act is not possible. */
export const noticeAfter = (status: NoticeStatus, act: NoticeAct): NoticeStatus | undefined =>
  table[status][act]

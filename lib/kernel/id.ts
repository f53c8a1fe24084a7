import { randomBytes } from "node:crypto"
import { base32crockford } from "@scure/base"
import { z } from "zod"

/** An identifier of one kind of record: a text that no other kind's can be mistaken for. */
export type Id<Kind extends string> = string & z.$brand<Kind>

/**
 * Reads an identifier that somebody sent. Only its length is looked at: one that no record has is answered with "not
 * found", not with an explanation of how identifiers are built.
 */
const idSchema = <Kind extends string>() => z.string().min(1).max(100).brand<Kind>()

/** What stands for a campaign or a notice in an address, likewise. */
export const AskedSlug = z.string().min(1).max(100)

export const TipId = idSchema<"tip">()
export type TipId = Id<"tip">
export const EvidenceId = idSchema<"evd">()
export type EvidenceId = Id<"evd">
export const MessageId = idSchema<"msg">()
export type MessageId = Id<"msg">
export const NoteId = idSchema<"not">()
export type NoteId = Id<"not">
export const CaseId = idSchema<"cas">()
export type CaseId = Id<"cas">
export const ReferralId = idSchema<"ref">()
export type ReferralId = Id<"ref">
export const MeasureId = idSchema<"msr">()
export type MeasureId = Id<"msr">
export const DeliveryId = idSchema<"dlv">()
export type DeliveryId = Id<"dlv">
export const KeyId = idSchema<"key">()
export type KeyId = Id<"key">
export const EventId = idSchema<"evt">()
export type EventId = Id<"evt">
export const ObjectionId = idSchema<"obj">()
export type ObjectionId = Id<"obj">
export const BatchId = idSchema<"bat">()
export type BatchId = Id<"bat">
export const ImportId = idSchema<"imp">()
export type ImportId = Id<"imp">
/** Chosen by people: `ministry-of-culture`. */
export const AuthorityId = idSchema<"authority">()
export type AuthorityId = Id<"authority">
/** Chosen by people: the name of an organisation that holds rights. */
export const HolderId = z.string().max(100).brand<"holder">()
export type HolderId = Id<"holder">

/** Crockford's base 32 in lower case: no letter that a person mistakes for another; DynamoDB keys stay as written. */
export const encode = (bytes: Uint8Array) => base32crockford.encode(bytes).toLowerCase()

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

/** Which of `count` shares a random id falls into: each takes as many where `count` divides 32. */
export const shareOf = (id: string, count: number): number =>
  Math.max(0, alphabet.indexOf(id.slice(-1))) % count

/** `length` random characters of 5 bits each. */
export const randomText = (length: number) =>
  encode(randomBytes(Math.ceil((length * 5) / 8))).slice(0, length)

/** The identifier of a kind with the given text: `tip_…`. */
export const idFrom = <Kind extends string>(kind: Kind, text: string) => `${kind}_${text}` as Id<Kind>

/** A new identifier with 80 random bits. */
export const newId = <Kind extends string>(kind: Kind): Id<Kind> => idFrom(kind, randomText(16))

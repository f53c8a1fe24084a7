/// <reference path="../.sst/platform/config.d.ts" />
// What the owner of the portal tells of itself on its public pages. All of it may be empty.

const { CONTACT_EMAIL = "", CONTACT_PHONE = "", SITE_REGISTRATION = "" } = process.env

export const ownerSettings = { CONTACT_EMAIL, CONTACT_PHONE, SITE_REGISTRATION }

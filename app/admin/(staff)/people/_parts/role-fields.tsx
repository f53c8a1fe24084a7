import { type Locale, wordsFor } from "@/app/_words"
import { Checks } from "@/app/admin/_ui/form/checks"
import { Field } from "@/app/admin/_ui/form/field"
import { type Authority, inTree } from "@/lib/authority"
import { roles } from "@/lib/kernel/actor"
import type { GivenRoles } from "@/lib/session"

type Props = {
  readonly locale: Locale
  readonly authorities: readonly Authority[]
  readonly given?: GivenRoles | undefined
}

/** The roles to give, and the authority for which an agency officer acts. */
export const RoleFields = ({ locale, authorities, given }: Props) => {
  const t = wordsFor(locale, "consoleInvitation")
  const c = wordsFor(locale, "console")
  return (
    <>
      <Checks
        name="given.roles"
        label={t("roles")}
        hint={given ? t("giveNote") : t("rolesHint")}
        options={roles.map((role) => ({
          name: `role.${role}`,
          label: c(`roles.${role}.name`),
          isTicked: given?.roles.includes(role),
        }))}
      />
      <Field
        name="given.authorityId"
        kind="select"
        label={t("authority")}
        hint={t("authorityHint")}
        optional={c("form.optional")}
        initial={given?.authorityId}
        options={[
          { value: "", label: t("noAuthority") },
          ...inTree(authorities).map(({ one, depth }) => ({
            value: one.authorityId,
            label: `${"　".repeat(depth)}${one.name[locale]}`,
          })),
        ]}
      />
    </>
  )
}

import { type Locale, wordsFor } from "@/app/_words"
import { Field } from "@/app/admin/_ui/form/field"
import { type Authority, inTree } from "@/lib/authority"

type Props = {
  readonly locale: Locale
  readonly authorities: readonly Authority[]
  /** The one that is edited. */
  readonly of?: Authority
}

/** What is asked of an authority, whether it is added or edited. */
export const AuthorityFields = ({ locale, authorities, of }: Props) => {
  const t = wordsFor(locale, "consoleAuthority")
  const above = inTree(authorities).filter(({ one }) => one.authorityId !== of?.authorityId)
  return (
    <>
      <Field name="name.zh" label={t("nameZh")} lang="zh" initial={of?.name.zh} />
      <Field name="name.en" label={t("nameEn")} lang="en" initial={of?.name.en} />
      <Field name="competence.zh" label={t("competenceZh")} lang="zh" initial={of?.competence.zh} />
      <Field name="competence.en" label={t("competenceEn")} lang="en" initial={of?.competence.en} />
      <Field
        name="parentId"
        kind="select"
        label={t("parent")}
        initial={of?.parentId ?? ""}
        options={[
          { value: "", label: t("noParent") },
          ...above.map(({ one, depth }) => ({
            value: one.authorityId,
            label: `${"　".repeat(depth)}${one.name[locale]}`,
          })),
        ]}
      />
      <Field
        name="contact.name"
        label={t("contactName")}
        optional={t("optional")}
        initial={of?.contact?.name}
      />
      <Field name="contact.phone" label={t("phone")} optional={t("optional")} initial={of?.contact?.phone} />
      <Field name="contact.email" label={t("email")} optional={t("optional")} initial={of?.contact?.email} />
    </>
  )
}

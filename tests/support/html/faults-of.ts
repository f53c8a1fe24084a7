import { HtmlValidate, StaticConfigLoader } from "html-validate"

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:standard"],
  }),
)

/** What the standard says against a document, each fault with its rule, its line and the tag it is about. */
export const faultsOf = async (source: string): Promise<string[]> => {
  const { results } = await validator.validateString(source)
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, selector }) => `${ruleId} ${line}: ${message} (${selector ?? ""})`,
    ),
  )
}

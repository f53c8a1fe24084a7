import type { Context } from "@/lib/kernel/context"
import { AuthorityId } from "@/lib/kernel/id"
import { type Rule, seedRules } from "@/lib/routing"

const rule = (order: number, to: string, name: Rule["name"], when: Rule["when"]): Rule => ({
  ruleId: `rul_${String(order).padStart(16, "0")}`,
  name,
  to: AuthorityId.parse(to),
  order,
  when,
})

/** Rules to begin with, after what the four agencies are in charge of. Administrators make their own of them. */
export const seedRouting = (ctx: Context) =>
  seedRules(ctx, {
    rules: [
      rule(10, "mps", { zh: "达到刑事门槛", en: "Criminal threshold" }, { isCriminal: true }),
      rule(
        20,
        "cac",
        { zh: "平台内容", en: "Content on platforms" },
        { kinds: ["platform", "file", "name"] },
      ),
      rule(
        30,
        "miit",
        { zh: "有镜像的网站", en: "Websites with mirrors" },
        { kinds: ["website"], sitesMin: 2 },
      ),
      rule(40, "ncac", { zh: "其他案件", en: "All other cases" }, {}),
    ],
  })

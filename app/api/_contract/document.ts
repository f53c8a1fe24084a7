import { createDocument } from "zod-openapi"
import { bulkPaths } from "./bulk"
import { challengePaths } from "./challenge"
import { healthPaths } from "./health"
import { openDataPaths } from "./open-data"
import { referralPaths, referralWebhooks } from "./referral"
import { sitePaths } from "./site"
import { tipPaths } from "./tip-operations"

/** The API as OpenAPI 3.1, made from the schemas that check its inputs. */
export const openApi = () =>
  createDocument({
    openapi: "3.1.1",
    info: {
      title: "Sword Net campaign portal",
      version: "1.0.0",
      description:
        "Submit and follow tips; read campaigns, figures and notices. Errors are RFC 9457 problem+json in the language of Accept-Language (zh or en).",
    },
    servers: [{ url: "/" }],
    components: {
      securitySchemes: {
        receipt: {
          type: "http",
          scheme: "Receipt",
          description:
            "`Authorization: Receipt <number>:<code>`, with the values returned when the tip was submitted.",
        },
        holderKey: {
          type: "http",
          scheme: "bearer",
          description: "A right holder's or partner's key, issued by the copyright administration.",
        },
        agencyKey: {
          type: "http",
          scheme: "bearer",
          description: "The key of an authority's system, issued by the copyright administration.",
        },
      },
    },
    paths: {
      ...tipPaths,
      ...challengePaths,
      ...bulkPaths,
      ...referralPaths,
      ...sitePaths,
      ...openDataPaths,
      ...healthPaths,
    },
    webhooks: referralWebhooks,
  })

import { createDocument } from "zod-openapi"
import { bulkPaths } from "./bulk"
import { challengePaths } from "./challenge"
import { healthPaths } from "./health"
import { openDataPaths } from "./open-data"
import { tipPaths } from "./tip-operations"

/** The API as OpenAPI 3.1, made from the schemas that check its inputs. */
export const openApi = () =>
  createDocument({
    openapi: "3.1.1",
    info: {
      title: "Sword Net campaign portal",
      version: "1.0.0",
      description:
        "Send and follow tips; read campaigns, figures and notices. Problems are RFC 9457 problem+json in the language of Accept-Language (zh or en).",
    },
    servers: [{ url: "/" }],
    components: {
      securitySchemes: {
        receipt: {
          type: "http",
          scheme: "Receipt",
          description: "`Authorization: Receipt <number>:<code>`, as the new tip's answer told them.",
        },
        holderKey: {
          type: "http",
          scheme: "bearer",
          description: "A right holder's key, which the administration issues.",
        },
      },
    },
    paths: { ...tipPaths, ...challengePaths, ...bulkPaths, ...openDataPaths, ...healthPaths },
  })

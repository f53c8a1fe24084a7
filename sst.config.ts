/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app(input) {
    const production = input.stage === "production"
    return {
      name: "sword-net",
      home: "aws",
      removal: production ? "retain" : "remove",
      protect: production,
      providers: { aws: { region: process.env.AWS_REGION ?? "ap-southeast-1" } },
    }
  },
  async run() {
    await import("./infra/defaults")
    const { siteUrl } = await import("./infra/address")
    const { userPoolId } = await import("./infra/auth")
    await import("./infra/web")
    await import("./infra/pipeline")
    await import("./infra/alarm")
    await import("./infra/alarm-site")
    await import("./infra/canary")
    return { siteUrl, userPoolId }
  },
})

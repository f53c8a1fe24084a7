/// <reference path="../.sst/platform/config.d.ts" />
// Every function of the portal, the site's server included. SST's own role also trusts the account's root.

const trustsLambdaOnly = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
})

$transform(sst.aws.Function, (args) => {
  args.runtime = "nodejs24.x"
  args.architecture = "arm64"
  args.logging ??= { format: "json", retention: "1 month" }
  const role = args.transform?.role
  args.transform = {
    ...args.transform,
    role: { ...(typeof role === "object" ? role : {}), assumeRolePolicy: trustsLambdaOnly },
  }
})

export const production = $app.stage === "production"

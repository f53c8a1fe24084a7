import type { Graph, Resource } from "@/tests/support/infra/evaluate/graph"
import { ofType } from "./find"
import { statementsOf } from "./policy"

const about = (graph: Graph, type: string, bucket: Resource) =>
  ofType(graph, type).filter(({ inputs }) => inputs.bucket === bucket.inputs.bucket)

const namesOf = (graph: Graph, fails: (bucket: Resource) => boolean) =>
  ofType(graph, "aws:s3/bucket:Bucket")
    .filter(fails)
    .map(({ name }) => name)

/** Buckets that could be made public. */
export const publicBuckets = (graph: Graph): string[] =>
  namesOf(graph, (bucket) => {
    const [block] = about(graph, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", bucket)
    const kinds = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"]
    return !kinds.every((kind) => block?.inputs[kind] === true)
  })

/** Buckets that answer without TLS. */
export const bucketsWithoutTls = (graph: Graph): string[] =>
  namesOf(graph, (bucket) => {
    const arn = `arn:aws:s3:::${bucket.inputs.bucket}`
    return !about(graph, "aws:s3/bucketPolicy:BucketPolicy", bucket)
      .flatMap(({ inputs }) => statementsOf(inputs.policy))
      .some(
        ({ effect, actions, resources, principals, conditions }) =>
          effect === "Deny" &&
          actions.includes("s3:*") &&
          principals.includes("*") &&
          [arn, `${arn}/*`].every((resource) => resources.includes(resource)) &&
          String(conditions.Bool?.["aws:SecureTransport"]) === "false",
      )
  })

/** Permissions on a bucket or queue that a service could use on a stranger's behalf. */
export const unboundServices = (graph: Graph): string[] =>
  [
    ...ofType(graph, "aws:s3/bucketPolicy:BucketPolicy"),
    ...ofType(graph, "aws:sqs/queuePolicy:QueuePolicy"),
  ].flatMap(({ name, inputs }) =>
    statementsOf(inputs.policy)
      .filter(({ effect }) => effect === "Allow")
      .filter(
        ({ conditions }) => !Object.values(conditions).some((condition) => "aws:SourceArn" in condition),
      )
      .map(({ principals }) => `${name}: ${principals.join()}`),
  )

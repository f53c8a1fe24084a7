import { S3ServiceException } from "@aws-sdk/client-s3"

const failures = {
  NoSuchKey: "missing",
  // The answer to a HEAD has no body that could name it.
  NotFound: "missing",
  NoSuchUpload: "uploadGone",
  PreconditionFailed: "conditionFailed",
  OperationAborted: "writtenByAnother",
  ConditionalRequestConflict: "writtenByAnother",
} as const

/** What a request may fail of that its caller can tell from a breakdown. */
type Failure = (typeof failures)[keyof typeof failures]

const isNamed = (name: string): name is keyof typeof failures => Object.hasOwn(failures, name)

/** The store's answer, or its failure if it is one of `expected`. Any other is thrown. */
export const orFailure = async <Answer extends object, Expected extends Failure>(
  answer: Promise<Answer>,
  ...expected: readonly Expected[]
): Promise<Answer | Expected> => {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof S3ServiceException) || !isNamed(error.name)) throw error
    const failure = failures[error.name]
    const found = expected.find((one) => one === failure)
    if (!found) throw error
    return found
  }
}

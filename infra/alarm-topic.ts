/// <reference path="../.sst/platform/config.d.ts" />
const email = process.env.ALARM_EMAIL

const topicFor = (name: string, place: Pick<aws.sns.TopicArgs, "region"> = {}) => {
  const made = new aws.sns.Topic(name, place)
  if (email)
    new aws.sns.TopicSubscription(`${name}ByEmail`, {
      ...place,
      topic: made.arn,
      protocol: "email",
      endpoint: email,
    })
  return made
}

export const topic = topicFor("Alarms")

/** CloudFront is measured there, wherever the portal is. */
export const edgeRegion = "us-east-1"
export const edgeTopic = topicFor("AlarmsOfEdge", { region: edgeRegion })

export { type S3Options, type S3Server, startS3 } from "./start-server"

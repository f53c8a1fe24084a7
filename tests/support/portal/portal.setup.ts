import { portal } from "./portal"
import { ofTests } from "./start-portal"

// Before any module of `lib` is loaded: the clients read their endpoints once.
delete process.env.AWS_SESSION_TOKEN
delete process.env.AWS_PROFILE
Object.assign(process.env, ofTests, (await portal()).variables)

export { findAuthority, listAuthorities, registerAuthority } from "./authorities"
export type { Authority } from "./authority"

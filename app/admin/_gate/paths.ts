export const signInPath = "/admin/sign-in"

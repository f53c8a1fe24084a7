export const signInPath = "/admin/sign-in"

/** Where who has signed out is told so. The provider knows it as the address to lead back to. */
export const endedPath = `${signInPath}?ended=1`

/** What the engine would be asked to make: a resource's type and name as Pulumi has them, and its inputs in the plain. */
export type Resource = {
  readonly type: string
  readonly name: string
  readonly inputs: Readonly<Record<string, unknown>>
}

/** A function's code as SST would have bundled it. */
export type Build = {
  readonly functionId: string
  readonly handler: string
  readonly exports: readonly string[]
  /** Settings that its code cannot do without. */
  readonly needs: readonly string[]
  /** Environment variables that its code looks at, its libraries included. */
  readonly reads: readonly string[]
  /** Packages that SST installs beside the bundle, with their versions. */
  readonly installs: Readonly<Record<string, string>>
  readonly error?: string
}

export type Graph = {
  readonly resources: readonly Resource[]
  readonly builds: readonly Build[]
  readonly outputs: Readonly<Record<string, unknown>>
  readonly errors: readonly string[]
  /** The program returned, and nothing was left that could still have made a resource. */
  readonly ended: boolean
}

/**
 * Something that is made when it is first used: a function that starts loads much of what it does not use. ElectroDB
 * checks the model of each entity for some milliseconds, and as many take the schemas of all events.
 */
export const lazily = <Made extends object>(make: () => Made): Made => {
  let made: Made | undefined
  const ready = () => {
    made ??= make()
    return made
  }
  return new Proxy({} as Made, {
    get: (_, name) => Reflect.get(ready(), name),
    set: (_, name, value) => Reflect.set(ready(), name, value),
    has: (_, name) => Reflect.has(ready(), name),
    getPrototypeOf: () => Reflect.getPrototypeOf(ready()),
  })
}

/** `owner-is-final` or `If-Match` as the name of a component: `OwnerIsFinal`, `IfMatch`. */
export const componentName = (name: string): string =>
  name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())

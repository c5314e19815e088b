import type { Mutation } from './mutation.ts'

/** A body in which any text may stand in the place of a value, and a name more than once. */
export type Tree = { text: string } | { items: Tree[] } | { members: { name: string; value: Tree }[] }

/** A value as a tree. */
export const treeOf = (value: unknown): Tree => {
  if (Array.isArray(value)) return { items: value.map(treeOf) }
  if (typeof value !== 'object' || value === null) return { text: JSON.stringify(value) ?? '' }
  const members = Object.entries(value).flatMap(([name, item]) =>
    item === undefined ? [] : [{ name, value: treeOf(item) }],
  )
  return { members }
}

/** The text of a tree: JSON, as far as the texts in it are. */
export const written = (tree: Tree): string => {
  if ('text' in tree) return tree.text
  if ('items' in tree) return `[${tree.items.map(written).join(',')}]`
  return `{${tree.members.map(({ name, value }) => `${JSON.stringify(name)}:${written(value)}`).join(',')}}`
}

/** The tree with a value at this way, and what is missing of the way. */
function set(tree: Tree, [step, ...rest]: readonly (string | number)[], value: Tree): Tree {
  if (step === undefined) return value
  if (typeof step === 'number') {
    const items = 'items' in tree ? tree.items : []
    return { items: [set(items[0] ?? { members: [] }, rest, value), ...items.slice(1)] }
  }
  const members = 'members' in tree ? tree.members : []
  const old = members.find(({ name }) => name === step)?.value ?? { members: [] }
  return {
    members: [...members.filter(({ name }) => name !== step), { name: step, value: set(old, rest, value) }],
  }
}

/** Where a tree hangs, to put another in its place or to leave it out. */
interface Place {
  readonly tree: Tree
  put(tree: Tree): void
  drop(): void
}

function placesIn(holder: { body: Tree }): readonly Place[] {
  const found: Place[] = []
  const visit = (place: Place): void => {
    found.push(place)
    const { tree } = place
    if ('items' in tree)
      for (const [n, item] of tree.items.entries())
        visit({
          tree: item,
          put: (other) => tree.items.splice(n, 1, other),
          drop: () => tree.items.splice(n, 1),
        })
    if ('members' in tree)
      for (const member of tree.members)
        visit({
          tree: member.value,
          put: (other) => {
            member.value = other
          },
          drop: () => tree.members.splice(tree.members.indexOf(member), 1),
        })
  }
  visit({
    tree: holder.body,
    put: (other) => {
      holder.body = other
    },
    drop: () => {
      holder.body = { text: '' }
    },
  })
  return found
}

/** Makes a change to the body, if this is one. */
export function changeTree(
  holder: { body: Tree },
  mutation: Mutation,
  filled: (text: string) => string,
): void {
  const { kind } = mutation
  if (kind === 'set') {
    holder.body = set(holder.body, mutation.way, { text: filled(mutation.json) })
    return
  }
  if (kind !== 'put' && kind !== 'drop' && kind !== 'wrap' && kind !== 'add') return
  const places = placesIn(holder)
  if (kind === 'add') {
    const objects = places.flatMap(({ tree }) => ('members' in tree ? [tree] : []))
    const value = { text: filled(mutation.json) }
    objects[mutation.at % objects.length]?.members.push({ name: mutation.name, value })
    return
  }
  const place = places[mutation.at % places.length]
  if (kind === 'put') place?.put({ text: filled(mutation.json) })
  else if (kind === 'drop') place?.drop()
  else if (place)
    place.put(
      mutation.in === 'list' ? { items: [place.tree] } : { members: [{ name: 'a', value: place.tree }] },
    )
}

import type { PlacedEdge, PlacedJourney, PlacedNode, Point } from './lay-out-journey.ts'
import type { StepCode } from './steps-contract.ts'

/** Where an edge leaves or arrives: at which side of a node, and how far up or down it comes from there. */
interface Join {
  readonly node: PlacedNode
  readonly isRight: boolean
  readonly comesFrom: number
  readonly edge: PlacedEdge
  readonly isEnd: boolean
}

/** Lets edges leave and arrive at the sides of steps, each at a place of its own, so that none crosses another there. */
export function joinEdges({ nodes, edges, ...size }: PlacedJourney): PlacedJourney {
  const byStep = new Map(nodes.map((node) => [node.step, node]))
  const nodeOf = (step: StepCode): PlacedNode => {
    const node = byStep.get(step)
    if (!node) throw new Error(`${step} has no place`)
    return node
  }
  const through = edges.filter(({ edge }) => edge.from !== edge.to)
  const joins = through.flatMap((each) => [
    joinOf(nodeOf(each.edge.from), each, each.points[1], false),
    joinOf(nodeOf(each.edge.to), each, each.points.at(-2), true),
  ])
  const places = new Map<PlacedEdge, { start?: Point; end?: Point }>()
  for (const side of Map.groupBy(joins, ({ node, isRight }) => `${node.step} ${isRight}`).values())
    for (const [n, { node, isRight, edge, isEnd }] of side
      .toSorted((a, b) => a.comesFrom - b.comesFrom)
      .entries()) {
      const y = node.y + ((n + 1) / (side.length + 1) - 0.5) * node.height * 0.8
      const at = { x: node.x + (isRight ? 1 : -1) * (node.width / 2), y }
      places.set(edge, { ...places.get(edge), [isEnd ? 'end' : 'start']: at })
    }
  return {
    ...size,
    nodes,
    edges: edges.map((each) => {
      const { start, end } = places.get(each) ?? {}
      if (!start || !end) return { ...each, ...loop(nodeOf(each.edge.from), each.at) }
      return { ...each, points: [start, ...each.points.slice(1, -1), end] }
    }),
  }
}

const joinOf = (node: PlacedNode, edge: PlacedEdge, next: Point | undefined, isEnd: boolean): Join => ({
  ...{ node, edge, isEnd },
  isRight: (next?.x ?? 0) > node.x,
  comesFrom: next?.y ?? 0,
})

/** Back to the same step, above or below it, where room was left. */
function loop({ x, y, height }: PlacedNode, at: Point): Pick<PlacedEdge, 'points' | 'at'> {
  const side = at.y > y ? 1 : -1
  const rim = y + side * (height / 2)
  const points = [
    { x: x - 14, y: rim },
    { x: x - 40, y: rim + side * 34 },
    { x: x + 40, y: rim + side * 34 },
    { x: x + 14, y: rim },
  ]
  return { points, at: { x, y: rim + side * 42 } }
}

import { Graph, layout } from '@dagrejs/dagre'
import { widthOf } from '../../lib/forms/svg.ts'
import { calendarTime, grouped, percent } from '../../lib/forms/wording.ts'
import type { JourneyEdge, JourneyNode } from './parts-contract.ts'
import type { StepCode } from './steps-contract.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A node with its words and its place: `x` and `y` are its middle. */
export interface PlacedNode extends Point {
  readonly step: StepCode
  readonly name: string
  readonly figures: string
  readonly width: number
  readonly height: number
}

/** An edge with its words and its way, from where it leaves to where it arrives. */
export interface PlacedEdge {
  readonly edge: JourneyEdge
  readonly words: string
  readonly points: readonly Point[]
  /** The middle of its words. */
  readonly at: Point
}

export interface PlacedJourney {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

/** A step from which many lines go is taller. */
const nodeHeight = 72
export const nameSize = 22
export const figureSize = 18
export const edgeSize = 18

/** Finds a place for every step and a way for every edge, from left to right; `mainWay` becomes a straight line. */
export function layOutJourney(
  nodes: readonly JourneyNode[],
  edges: readonly JourneyEdge[],
  mainWay: readonly StepCode[],
): PlacedJourney {
  if (nodes.length === 0) return { width: 0, height: 0, nodes: [], edges: [] }
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 34, edgesep: 26, ranksep: 76 })
  const worded = nodes.map((node) => {
    const figures = `${grouped(node.cases)} · ${percent(node.share)}`
    const width = 36 + Math.max(widthOf(node.name, nameSize, true), widthOf(figures, figureSize))
    const lines = (end: 'from' | 'to') => edges.filter((edge) => edge[end] === node.step).length
    const height = Math.max(nodeHeight, 18 * Math.max(lines('from'), lines('to')))
    return { step: node.step, name: node.name, figures, width, height }
  })
  for (const { step, width, height } of worded) graph.setNode(step, { width, height })
  const most = Math.max(1, ...edges.map(({ cases }) => cases))
  const labelled = edges.map((edge) => ({ edge, words: wordsOf(edge) }))
  for (const { edge, words } of labelled) {
    const label = { width: widthOf(words, edgeSize) + 12, height: 26, labelpos: 'c' as const }
    graph.setEdge(edge.from, edge.to, { ...label, weight: 1 + Math.round((edge.cases / most) * 20) })
  }
  layout(graph, { corePath: [...mainWay] })
  const { width = 0, height = 0 } = graph.graph()
  return {
    width,
    height,
    nodes: worded.map((node) => ({ ...node, ...placeOf(graph.node(node.step)) })),
    edges: labelled.map(({ edge, words }) => {
      const { points = [], ...placed } = graph.edge(edge.from, edge.to)
      return { edge, words, points, at: placeOf(placed) }
    }),
  }
}

const wordsOf = ({ count, medianHours }: JourneyEdge): string =>
  [grouped(count), ...(medianHours === null || medianHours < 0.01 ? [] : [calendarTime(medianHours)])].join(
    ' · ',
  )

const placeOf = ({ x = 0, y = 0 }: { readonly x?: number; readonly y?: number }): Point => ({ x, y })

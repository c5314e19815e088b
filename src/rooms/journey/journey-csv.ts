import { csvOf } from '../../lib/forms/csv.ts'
import { share } from '../reports/figures.ts'
import type { Journey } from './contract.ts'

/** A journey as CSV: a line for each node, edge and way, one for what is folded together, and one for each group. */
export const journeyCsv = ({ cases: all, nodes, edges, ways, folded, by, data }: Journey): string =>
  csvOf([
    ['part', 'steps', 'count', 'cases', 'share', 'medianHours', 'p90Hours'],
    ...nodes.map(({ step, count, cases, share }) => ['node', step, count, cases, share, null, null]),
    ...edges.map((edge) => [
      ...['edge', `${edge.from} > ${edge.to}`, edge.count, edge.cases, edge.share],
      ...[edge.medianHours, edge.p90Hours],
    ]),
    ...ways.map(({ steps, cases, share, medianHours, p90Hours }) => [
      ...['way', steps.join(' > '), cases, cases, share, medianHours, p90Hours],
    ]),
    ['folded', null, folded.cases, folded.cases, folded.share, null, null],
    ...data.map(({ group, figures: { cases, medianHours, p90Hours } }) => [
      ...[by, group.key, cases, cases, share(cases, all), medianHours, p90Hours],
    ]),
  ])

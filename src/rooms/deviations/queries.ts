import { sql } from 'drizzle-orm'
import { readReferences } from '../../case-file/reference.ts'
import { after, before, equals, type Listing, listing } from '../../db/lists/listing.ts'
import { pick, type RowOf, renamed, select } from '../../db/selection.ts'
import type { Reader } from '../../db/work.ts'
import { notAboutViewer, viewerOf, visible, visibleToMember } from '../../facts/visibility.ts'
import type { Page } from '../../lib/page.ts'
import { cases } from '../../tables/cases.ts'
import { deviations } from '../../tables/deviations.ts'
import { employees } from '../../tables/people.ts'
import { rules } from '../../tables/rules.ts'
import { assertVisible } from '../contacts/queries.ts'
import type { CaseDeviationQuery, Deviation, DeviationQuery } from './contract.ts'

const deviationRow = {
  ...pick(deviations, 'd', 'id', 'caseId'),
  ...pick(cases, 'c', 'reference'),
  ...pick(deviations, 'd', 'ruleId', 'ruleKind', 'textNumber', 'benefit', 'reason', 'values'),
  ...pick(deviations, 'd', 'employeeId', 'at'),
  ...renamed(rules, 'r', { ruleCode: 'code', ruleTitle: 'title' }),
  ...renamed(employees, 'e', { employeeName: 'name' }),
}
type DeviationRow = RowOf<typeof deviationRow>

const whole = {
  select: select(
    deviationRow,
    sql`from ${deviations} d join ${cases} c on c.id = d.case_id join ${rules} r on r.id = d.rule_id
      join ${employees} e on e.id = d.employee_id`,
  ),
  filters: {
    ruleId: equals(sql`d.rule_id`, 'uuid'),
    caseId: equals(sql`d.case_id`, 'uuid'),
    reference: equals(sql`c.reference`, 'text'),
    atAfter: after(sql`d.at`),
    atBefore: before(sql`d.at`),
  },
  leads: { ruleId: { column: sql`d.rule_id`, type: 'uuid' } },
  orderWith: {
    filters: ['atAfter', 'atBefore'],
    order: [
      { column: sql`d.at`, key: 'at', type: 'timestamptz' },
      { column: sql`d.id`, key: 'id', type: 'uuid' },
    ],
  },
  order: [{ column: sql`d.id`, key: 'id', type: 'uuid' }],
  descending: true,
} satisfies Listing<DeviationRow>
const listAll = listing({ ...whole, always: notAboutViewer })
const listOfMember = listing({ ...whole, parts: visibleToMember })
const ofCase = listing({
  ...whole,
  leads: {},
  planned: [],
  orderWith: undefined,
  always: sql`d.case_id = ${sql.placeholder('id')} and ${visible}`,
  descending: false,
})

/** The deviations of the cases that the caller sees, the latest first. */
export async function listDeviations(
  reader: Reader,
  { reference, ...query }: DeviationQuery,
): Promise<Page<Deviation>> {
  const viewer = viewerOf(reader.actor)
  const list = viewer.viewerSeesAll ? listAll : listOfMember
  return shown(await list(reader, { ...query, reference: readReferences(reference) }, { ...viewer }))
}

/** The deviations of a case, in the order in which they were recorded. Throws `not-found`. */
export async function listDeviationsOfCase(
  reader: Reader,
  id: string,
  query: CaseDeviationQuery,
): Promise<Page<Deviation>> {
  const [found] = await Promise.all([
    ofCase(reader, query, { id, ...viewerOf(reader.actor) }),
    assertVisible(reader, id),
  ])
  return shown(found)
}

const shown = ({ data, nextCursor }: Page<DeviationRow>): Page<Deviation> => ({
  data: data.map(
    ({
      ruleId,
      ruleCode,
      ruleTitle,
      ruleKind,
      employeeId,
      employeeName,
      id,
      caseId,
      reference,
      ...said
    }) => ({
      id,
      caseId,
      reference,
      ruleId,
      rule: { id: ruleId, code: ruleCode, title: ruleTitle, kind: ruleKind },
      textNumber: said.textNumber,
      benefit: said.benefit,
      reason: said.reason,
      values: [...said.values],
      by: { id: employeeId, name: employeeName },
      at: said.at,
    }),
  ),
  nextCursor,
})

import { expect, test } from 'vitest'
import { useService } from '../support/use-service.ts'

const service = useService()

/** Words of ours: kinds, states, channels, codes, ids of employees, and numbers by which our own books know something. */
const ours = `
  asks.currency asks.state
  callback_attempts.outcome callback_attempts.told_as
  callbacks.channel callbacks.contact_moment callbacks.due_as callbacks.ended_as callbacks.overdue_as callbacks.state
  callbacks.told_as callbacks.yielded
  calls.call_id calls.direction calls.employee_extension
  case_corrections.corrected_by_kind case_corrections.told_as
  cases.assignment_considered cases.assignment_reason cases.channel cases.faces surveys.faces webhook_deliveries.state webhook_deliveries.last_error cases.opened_by_kind cases.origin
  cases.reference cases.status
  consultations.ended_as consultations.kind consultations.overdue_as consultations.state consultations.told_as
  contacts.channel contacts.direction contacts.moment contacts.outcome contacts.participants contacts.recorded_by_kind
  contacts.told_as
  customer_facts.recorded_by_kind customer_merges.merged_by_kind customer_references.system
  deviations.rule_kind deviations.values disturbances.kind
  outreach_customers.because outreach_customers.decision outreach_customers.state outreach_customers.waits_for
  erasures.because erasures.erased_by_kind
  events.actor_kind events.data events.trace_parent events.type
  gestures.currency gestures.fulfilment_reference gestures.kind gestures.state gestures.values
  notes.author_kind
  resolutions.contact_moment resolutions.outcome resolutions.told_as
  spending_accounts.kind spending_accounts.period
  successions.cause successions.moved_as successions.told_as`

/** What an erasure takes out besides `erasable_columns`: the words of cases, with an event; rows that go; lines of imports. */
const taken =
  /^(cases\.(subject|question|tags)|customer_facts\.text|customer_references\.external_id|import_lines\..*)$/

test('every column in which words of a customer could stand is erased, or holds words of ours alone', async () => {
  const { rows } = await service.sql.query(`
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY')
      and exists (select from information_schema.columns o where o.table_schema = 'public'
        and o.table_name = c.table_name and o.column_name in ('customer_id', 'case_id'))
      and not c.column_name = any(coalesce(erasable_columns(c.table_name), '{}'))`)
  const known = new Set(ours.trim().split(/\s+/))
  const names: string[] = rows.map(({ name }) => name)
  // A new one: src/tables/laws/personal-data.sql says what an erasure does with it, or it is one of ours.
  expect(names.filter((name) => !known.has(name) && !taken.test(name))).toEqual([])
  expect([...known].filter((name) => !names.includes(name))).toEqual([])
  expect(names.length).toBeGreaterThan(50)
})

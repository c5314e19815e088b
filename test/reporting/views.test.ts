import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { hideCase } from '../support/hidden-case.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let words: readonly string[]
beforeAll(async () => {
  const { id: teamId } = await service.team()
  const owner = await service.employee({ teamId })
  const about = await service.employee({ teamId })
  await service.do('POST', '/v1/topics', { body: { code: 'invoice', name: 'Invoice' } })
  const open = await hideCase({ service, owner, teamId })
  const complaint = await hideCase({ service, owner, teamId, aboutEmployeeId: about.id })
  const customer = await service.do('GET', `/v1/customers/${open.customerId}`)
  const complainer = await service.do('GET', `/v1/customers/${complaint.customerId}`)
  words = [open, complaint]
    .flatMap((each) => each.words)
    .concat(owner.id, owner.name, about.id, customer.name, customer.phone, customer.email)
    .concat(complaint.id, complaint.reference, complainer.name)
  await service.sql.query(`
    insert into pulse_rounds values ('2026-W01', '2026-01-05');
    set session_replication_role = replica;
    insert into pulse_answers select '2026-W01', t.id, 1 + n % 3, 2 + n % 4 from teams t, generate_series(1, 5) n;
    insert into pulse_answers select '2026-W01', null, 3, 3 from generate_series(1, 5) n;
    set session_replication_role = origin;
    update pulse_rounds set closed_at = '2026-01-05T00:10:00Z';
    insert into pulse_shares select '2026-W01', true, t.id, e.id, now() from teams t, employees e limit 1`)
  await service.sql.query(await readFile('docs/reporting-roles.sql', 'utf8'))
})

const columns = `select c.relname as view, obj_description(c.oid) as about, a.attname as name,
    format_type(a.atttypid, a.atttypmod) as type, col_description(c.oid, a.attnum) as comment
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'reporting'::regnamespace and a.attnum > 0 order by c.relname, a.attnum`

test('the views and their columns stay as the page says, and each says what it is', async () => {
  const { rows } = await service.sql.query(columns)
  expect(rows.filter(({ comment, about }) => !comment || !about)).toEqual([])
  const page = [...Map.groupBy(rows, ({ view }) => view)].map(
    ([view, found]) =>
      `## reporting.${view}\n\n${found[0].about}\n\n| column | type | |\n|---|---|---|\n${found
        .map(({ name, type, comment }) => `| \`${name}\` | ${type} | ${comment} |`)
        .join('\n')}\n`,
  )
  await expect(
    `# The views of reporting\n\nThey may gain columns and views; none is renamed, changed or taken away without a release that says so.\n\n${page.join('\n')}`,
  ).toMatchFileSnapshot('../../docs/reporting-schema.md')
})

test('the role reads every view but that of names, and nothing by which anybody is known', async () => {
  const views = [...new Set((await service.sql.query(columns)).rows.map(({ view }) => view))]
  expect(views.length).toBeGreaterThan(8)
  await service.sql.query('set role reporting')
  try {
    for (const view of views) {
      const asked = service.sql.query(`select * from reporting.${view}`)
      if (view === 'customer_contacts') await expect(asked).rejects.toThrow('permission denied')
      else {
        const { rows } = await asked
        expect([view, rows.length > 0 || view === 'deviations']).toEqual([view, true])
        const told = JSON.stringify(rows)
        expect([view, words.filter((word) => told.includes(word))]).toEqual([view, []])
      }
    }
    for (const table of ['customers', 'cases', 'employees', 'events'])
      await expect(service.sql.query(`select from public.${table}`)).rejects.toThrow('permission denied')
    await expect(service.sql.query('delete from reporting.teams')).rejects.toThrow('permission denied')
  } finally {
    await service.sql.query('reset role')
  }
  await service.sql.query('set role reporting_contacts')
  const { rows } = await service.sql.query('select * from reporting.customer_contacts')
  await service.sql.query('reset role')
  expect(rows.length).toBeGreaterThan(1)
})

test('the views count what the service counts', async () => {
  const { rows } = await service.sql.query(
    'select promises_made, promises_kept, promises_broken, chases, faces, gestures, gestures_minor from reporting.cases',
  )
  expect(rows).toEqual([
    {
      promises_made: '3',
      promises_kept: '1',
      promises_broken: '0',
      chases: 1,
      faces: 1,
      gestures: '1',
      gestures_minor: '100',
    },
  ])
})

test('what the dashboard asks is answered by the views', async () => {
  const dashboard = JSON.parse(await readFile('docs/reporting/grafana.json', 'utf8'))
  for (const { targets } of dashboard.panels)
    for (const { rawSql } of targets) {
      const asked = String(rawSql).replaceAll(/\$__timeFilter\((\w+)\)/g, '$1 is not null')
      expect((await service.sql.query(asked)).fields.length).toBe(2)
    }
})

test('what dbt is told of are the views that the role reads, with columns that they have', async () => {
  const { rows } = await service.sql.query(columns)
  const known = Map.groupBy(rows, ({ view }) => view)
  const sources = await readFile('docs/reporting/sources.yml', 'utf8')
  const [, ...tables] = sources.split(/^ {6}- name: /m)
  const named = tables.map((each) => each.split('\n')[0])
  expect(named.toSorted()).toEqual(
    [...known.keys()].filter((view) => view !== 'customer_contacts').toSorted(),
  )
  for (const [n, table] of tables.entries()) {
    const has = (known.get(named[n]) ?? []).map(({ name }) => name)
    const asked = [...table.matchAll(/^ {10}- name: (\w+)|loaded_at_field: (\w+)/gm)].map((m) => m[1] ?? m[2])
    expect([named[n], asked.filter((name) => !has.includes(name))]).toEqual([named[n], []])
    for (const [, to, field] of table.matchAll(/to: source\('eigenaar', '(\w+)'\)\s+field: (\w+)/g))
      expect((known.get(to) ?? []).map(({ name }) => name)).toContain(field)
  }
})

import type { Row } from './cases.ts'
import { nullable, number, object, text, yesOrNo } from './shapes.ts'
import { wire } from './write-parts.ts'

const most = 200

/** What an employee has to do today: a row for each promise, beside what is the same for all of them. */
export const myDay = {
  name: 'my-day',
  text: `
  with me as materialized (
    select e.id, e.name, z.time_zone, ($2::timestamptz at time zone z.time_zone)::date::text as day,
      ((($2::timestamptz at time zone z.time_zone)::date + 1)::timestamp at time zone z.time_zone) as ends, (
      select coalesce(json_agg(json_build_object('id', x.id, 'caseId', x.case_id, 'reference', c.reference,
        'subject', c.subject, 'kind', x.kind, 'question', x.question,
        'askedBy', json_build_object('id', o.id, 'name', o.name), 'needBy', ${wire('x.need_by')},
        'overdue', x.need_by < $2) order by x.need_by, x.id), '[]')
      from consultations x join cases c on c.id = x.case_id join employees o on o.id = x.asked_by_id
      where x.consulted_id = e.id and x.state = 'open') as consultations, (
      select coalesce(json_agg(json_build_object('id', i.id, 'title', i.title, 'mine', i.author_id = e.id,
        'state', coalesce(i.decision, 'open'), 'overdue', i.decision is null and i.answer_by <= $2,
        'reason', i.reason, 'result', i.result, 'newsAt', ${wire('i.news_at')}) order by i.news_at desc), '[]')
      from ideas i where i.news_at > $2::timestamptz - interval '14 days' and (i.author_id = e.id
        or i.id in (select s.idea_id from idea_supports s where s.employee_id = e.id))) as ideas, (
      select coalesce(json_agg(json_build_object('id', s.id, 'employeeId', o.id, 'name', o.name,
        'extension', o.extension, 'from', ${wire('s.from_at')}, 'until', ${wire('s.until_at')})
        order by s.from_at, s.id), '[]')
      from stand_ins s join employees o on o.id = s.owner_id
      where s.stand_in_id = e.id and s.until_at > $2) as absences
    from organisation org join employees e on e.id = $1 left join agreements a on a.team_id = e.team_id
    cross join lateral (select coalesce(a.time_zone, org.time_zone) as time_zone) z
  )
  select me.id as employee_id, me.name as employee_name, me.time_zone, me.day, me.consultations, me.ideas, me.absences, b.*
  from me left join lateral (
    select b.id, b.case_id, c.reference, c.subject, c.customer_id, cu.name as customer_name, b.owner_id, b.channel,
      b.address, b.window_from, b.window_until, b.computed, b.attempts, b.next_try_at, c.chases
    from callbacks b join cases c on c.id = b.case_id join customers cu on cu.id = c.customer_id
    where b.state = 'open' and b.owner_id = me.id and b.window_until <= me.ends
    order by b.window_until, b.window_from, b.id limit ${most + 1}) b on true
  order by b.window_until, b.window_from, b.id`,
}

export function toDay(rows: readonly Row[], now: string) {
  const due = rows.filter(({ id }) => id !== null)
  const [me] = rows
  const absences = (me?.absences ?? []) as readonly Row[]
  return {
    employee: { id: me?.employee_id, name: me?.employee_name },
    date: me?.day,
    timeZone: me?.time_zone,
    callbacks: due.slice(0, most).map((row) => ({
      id: row.id,
      caseId: row.case_id,
      reference: row.reference,
      subject: row.subject,
      customer: { id: row.customer_id, name: row.customer_name },
      ownerId: row.owner_id,
      channel: row.channel,
      to: row.address,
      from: row.window_from,
      until: row.window_until,
      computed: row.computed,
      overdue: row.window_until < now,
      attempts: row.attempts,
      nextTryAt: row.next_try_at,
      chases: row.chases,
    })),
    more: due.length > most,
    consultations: me?.consultations,
    standingInFor: absences
      .filter(({ from }) => from <= now)
      .map(({ employeeId, name, extension, until }) => ({ id: employeeId, name, extension, until })),
    ideas: me?.ideas,
    absences,
  }
}

const list = (properties: Readonly<Record<string, unknown>>) =>
  ({ type: 'array', items: object(properties) }) as const
const named = object({ id: text, name: nullable('string') })

export const daySchema = object({
  employee: named,
  date: text,
  timeZone: text,
  callbacks: list({
    ...{
      id: text,
      caseId: text,
      reference: text,
      subject: text,
      customer: named,
      ownerId: text,
      channel: text,
    },
    ...{ to: nullable('string'), from: text, until: text, computed: yesOrNo, overdue: yesOrNo },
    ...{ attempts: number, nextTryAt: nullable('string'), chases: number },
  }),
  more: yesOrNo,
  consultations: list({
    ...{ id: text, caseId: text, reference: text, subject: text, kind: text, question: text },
    ...{ askedBy: named, needBy: text, overdue: yesOrNo },
  }),
  standingInFor: list({ id: text, name: text, extension: nullable('string'), until: text }),
  ideas: list({
    ...{ id: text, title: text, mine: yesOrNo, state: text, overdue: yesOrNo },
    ...{ reason: nullable('string'), result: nullable('string'), newsAt: text },
  }),
  absences: list({ id: text, employeeId: text, name: text, from: text, until: text }),
})

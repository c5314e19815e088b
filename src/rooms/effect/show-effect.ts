import { sql } from 'drizzle-orm'
import { moment } from '../../db/moment.ts'
import { pick, wireMoment } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { notAboutViewer, type Viewer, viewerOf } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { toMoney } from '../../lib/money.ts'
import { Forbidden } from '../../lib/problems.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases, contacts, resolutions } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { deviations } from '../../tables/deviations.ts'
import { gestures } from '../../tables/gestures.ts'
import { ideas } from '../../tables/ideas.ts'
import { organisation } from '../../tables/organisation.ts'
import { ruleReviews, rules } from '../../tables/rules.ts'
import { surveys } from '../../tables/surveys.ts'
import type { Effect } from './contract.ts'

type Since = Viewer & { readonly since: string }
const me = sql`${sql.placeholder('viewerId')}::uuid`
const since = moment('since')

/** Promises that were kept in a contact of the viewer's. */
const keptByMe = sql`from ${callbacks} b join ${contacts} x on x.id = b.contact_id join ${cases} c on c.id = b.case_id
  where b.state = 'kept' and x.employee_id = ${me} and b.closed_at > ${since} and ${notAboutViewer}`
const given = sql`from ${gestures} g where g.granted_by_id = ${me} and g.ask_id is null and g.outreach_id is null and g.state <> 'withdrawn' and g.granted_at > ${since}`

const figures = selecting({
  ...pick(organisation, 'o', 'currency'),
  customersHelped: sql<number>`(select count(distinct c.customer_id) from ${resolutions} r join ${cases} c on c.id = r.case_id
    where c.owner_id = ${me} and r.outcome in ('answered', 'fixed') and r.at > ${since} and ${notAboutViewer})::integer`,
  kept: sql<number>`(select count(*) ${keptByMe})::integer`,
  keptInTime: sql<number>`(select count(*) ${keptByMe} and b.late_seconds is null)::integer`,
  customerCalledFirst: sql<number>`(select count(*) ${keptByMe} and b.customer_called_first)::integer`,
  gestures: sql<number>`(select count(*) ${given})::integer`,
  amount: sql<number>`(select coalesce(sum(g.amount), 0) ${given})::float8`,
})<Since>(sql`from ${organisation} o`)

const changedRules = selecting({
  ...pick(rules, 'r', 'id', 'code', 'title'),
  deviations: sql<number>`count(*)::integer`,
  decision: sql<'change' | 'abolish'>`w.decision`,
  ...pick(ruleReviews, 'w', 'at'),
})<Since>(sql`
  from ${ruleReviews} w join ${rules} r on r.id = w.rule_id
  join ${deviations} d on d.rule_id = r.id and d.employee_id = ${me} and d.at <= w.at
  where w.decision in ('change', 'abolish') and w.at > ${since}
  group by r.id, w.id order by w.at desc`)

const adopted = selecting({
  ...pick(ideas, 'i', 'id', 'title', 'result'),
  at: sql<string>`i.answered_at`,
})<Since>(sql`
  from ${ideas} i where i.author_id = ${me} and i.decision = 'adopted' and i.answered_at > ${since} order by i.answered_at desc`)

const words = selecting({
  ...pick(surveys, 's', 'caseId'),
  ...pick(cases, 'c', 'reference'),
  score: sql<number>`s.score`,
  comment: sql<string>`s.comment`,
  at: wireMoment(sql<string>`s.answered_at`),
})<Since>(sql`
  from ${surveys} s join ${cases} c on c.id = s.case_id join ${customers} k on k.id = c.customer_id
  where s.owner_id = ${me} and s.comment is not null and k.erased_at is null and s.answered_at > ${since} and ${notAboutViewer}
  order by s.answered_at desc, s.id limit 50`)

const year = { hours: 24 * 365 }

/**
 * What the viewer's work did for customers in a year (law 16: for that person alone). Only an employee has it, in person
 * or through the system by which they work.
 */
export async function showEffect({ db, actor, now }: Reader): Promise<Effect> {
  if (!actor.employee) throw Forbidden.because('Only an employee sees what their work did.')
  const from = toWire(now.subtract(year))
  const asked = { ...viewerOf(actor), since: from }
  const [found, said, changed, own] = await Promise.all([
    db.row(figures, asked),
    db.rows(words, asked),
    db.rows(changedRules, asked),
    db.rows(adopted, asked),
  ])
  if (!found) throw new Error('there is one organisation')
  const { currency, customersHelped, kept, keptInTime, customerCalledFirst, amount } = found
  return {
    from,
    until: toWire(now),
    customersHelped,
    promises: { kept, keptInTime, customerCalledFirst },
    words: said,
    gestures: { count: found.gestures, amount: toMoney(amount, currency) },
    rules: changed,
    ideas: own.map(({ id, title, at, result }) => ({ id, title, at, result })),
  }
}

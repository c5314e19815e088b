import { expect } from 'vitest'
import { rowsAndEvents } from './rows-and-events.ts'
import type { Service } from './service.ts'

/** What must be true at every moment, whoever wrote it: each query answers with the rows that break it. */
const invariants: Readonly<Record<string, string>> = {
  'an open case is owned by an active member of its team': `
    select c.id from cases c left join employees e on e.id = c.owner_id
    where e.id is null or (c.callback_id is not null and e.active_team_id is distinct from c.team_id)`,

  'the owner is the one who was there at the opening, or to whom the last succession led, says the history': `
    select c.id from cases c
    left join events e on e.case_id = c.id and e.case_sequence = 1 and e.type = 'case.opened'
    left join lateral (select s.data ->> 'toOwnerId' as owner from events s
      where s.case_id = c.id and s.type = 'case.succeeded' order by s.case_sequence desc limit 1) s on true
    where coalesce(s.owner, e.data ->> 'ownerId') is distinct from c.owner_id::text`,

  'each succession that is complete moved its case once, from owner to owner without a gap': `
    select s.id from successions s
    left join lateral (select count(*) as times,
        bool_and(e.data ->> 'fromOwnerId' = s.from_owner_id::text and e.data ->> 'toOwnerId' = s.to_owner_id::text) as same,
        bool_and(e.data ->> 'fromOwnerId' = coalesce((select b.data ->> 'toOwnerId' from events b where b.case_id = e.case_id
          and b.type = 'case.succeeded' and b.case_sequence < e.case_sequence order by b.case_sequence desc limit 1),
          (select o.data ->> 'ownerId' from events o where o.case_id = e.case_id and o.case_sequence = 1))) as chained
      from events e where e.case_id = s.case_id and e.type = 'case.succeeded' and e.data ->> 'successionId' = s.id::text) told on true
    where case when s.completed_at is null then told.times > 0 else not (told.times = 1 and told.same and told.chained) end`,

  'who has left owns no open case': `
    select c.id from cases c join employees e on e.id = c.owner_id where c.callback_id is not null and e.departed_at is not null`,

  'a promise is its owner’s': `
    select b.id from callbacks b join cases c on c.id = b.case_id
    where b.owner_id <> c.owner_id and (b.state = 'open'
      or not exists (select from events s where s.case_id = c.id and s.type = 'case.succeeded'))`,

  'an open case has exactly one open callback, a resolved one has none': `
    select c.id from cases c
    where (select count(*) from callbacks b where b.case_id = c.id and b.state = 'open')
        <> case c.status when 'open' then 1 else 0 end
      or (c.callback_id is not null
        and not exists (select from callbacks b where b.id = c.callback_id and b.case_id = c.id and b.state = 'open'))`,

  'a case is resolved with a resolution of its own, after its last promise was made': `
    select c.id from cases c left join resolutions r on r.id = c.resolution_id and r.case_id = c.id
    where c.callback_id is null and (r.id is null or r.at <> c.resolved_at
      or exists (select from callbacks b where b.case_id = c.id and b.made_at > r.at))`,

  'each resolution ended its case once': `
    select r.id from resolutions r
    left join events e on e.case_id = r.case_id and e.type = 'case.resolved' and e.data ->> 'resolutionId' = r.id::text
    group by r.id having count(e.id) <> 1`,

  'whoever got an answer was told, in a contact of the case': `
    select r.id from resolutions r left join contacts t on t.id = r.contact_id and t.case_id = r.case_id
    where r.outcome in ('answered', 'fixed') and not coalesce(case t.moment
      when 'opening' then true
      when 'colleague-answered' then t.direction = 'inbound' and t.answered
      when 'owner-wrote' then t.channel not in ('phone', 'visit') and exists (select from callbacks b
        where b.contact_id = t.id and b.state = 'kept' and b.channel in ('email', 'chat', 'letter'))
      when 'owner-reached' then exists (select from callbacks b where b.contact_id = t.id and b.state = 'kept')
      when 'customer-called-owner' then exists (select from callbacks b where b.contact_id = t.id and b.state = 'kept')
      else false end, false)`,

  'a call is the contact that it was: of its case, in its direction, missed or not': `
    select k.id from calls k left join contacts t on t.id = k.contact_id and t.case_id = k.case_id
    where (k.contact_id is not null or k.case_id is not null) and (t.id is null or t.direction <> k.direction
      or (t.outcome = 'missed' and k.answered) or (t.outcome = 'reached' and not k.answered))`,

  'nobody spoke in a call that was missed, and it proves nothing': `
    select t.id from contacts t where t.outcome = 'missed' and (t.employee_id is not null or t.moment <> 'customer-contacted-us'
      or exists (select from resolutions r where r.contact_id = t.id) or exists (select from callbacks b where b.contact_id = t.id)
      or not exists (select from calls k where k.contact_id = t.id))`,

  'whoever withdrew a question said so to us': `
    select r.id from resolutions r left join contacts t on t.id = r.contact_id and t.case_id = r.case_id
    where r.outcome = 'withdrawn' and t.direction is distinct from 'inbound'`,

  'a duplicate is of an older case of the same customer': `
    select r.id from resolutions r join cases c on c.id = r.case_id left join cases o on o.id = r.duplicate_of
    where r.outcome = 'duplicate' and ((o.opened_at, o.id) < (c.opened_at, c.id) and (o.customer_id = c.customer_id
      or exists (select from case_corrections x where x.case_id in (c.id, o.id) and x.at >= r.at))) is not true`,

  'a case is with a customer who stands for themselves, to whom its last correction led': `
    select c.id from cases c join customers cu on cu.id = c.customer_id
    left join case_corrections x on x.id = c.correction_id and x.case_id = c.id
    where cu.merge_id is not null or (c.correction_id is not null and x.to_customer_id is distinct from c.customer_id)
      or (c.correction_id is null and exists (select from case_corrections y where y.case_id = c.id))`,

  'each correction moved its case once, from customer to customer without a gap, says the history': `
    select x.id from case_corrections x
    left join lateral (select count(*) as times,
        bool_and(e.data ->> 'fromCustomerId' = x.from_customer_id::text and e.data ->> 'toCustomerId' = x.to_customer_id::text) as same,
        bool_and(e.data ->> 'fromCustomerId' = coalesce((select b.data ->> 'toCustomerId' from events b where b.case_id = e.case_id
          and b.type = 'case.customer-corrected' and b.case_sequence < e.case_sequence order by b.case_sequence desc limit 1),
          (select o.customer_id::text from events o where o.case_id = e.case_id and o.case_sequence = 1))) as chained
      from events e where e.case_id = x.case_id and e.type = 'case.customer-corrected' and e.data ->> 'correctionId' = x.id::text) told on true
    where not coalesce(told.times = 1 and told.same and told.chained, false)`,

  'a merge stands with its customer, and who was merged has neither references nor facts': `
    select m.id from customer_merges m join customers c on c.id = m.customer_id
    where (m.reversed_at is null) <> (c.merge_id is not distinct from m.id)
      or (m.reversed_at is null and (exists (select from customer_references r where r.customer_id = c.id)
        or exists (select from customer_facts f where f.customer_id = c.id)))`,

  'an account says what its lines add up to': `
    select a.id from spending_accounts a left join ledger l on l.account_id = a.id group by a.id
    having a.lines <> count(l.number) or a.spent <> coalesce(sum(l.amount), 0)
      or a.fulfilled <> coalesce(sum(l.gesture_amount) filter (where l.phase = 'fulfilled'), 0)
      or a.last_at is distinct from max(l.at)`,

  'what was given on a case is what its gestures are, those withdrawn left out': `
    select c.id from cases c left join spending_accounts a on a.case_id = c.id
    where coalesce(a.spent, 0) <> (select coalesce(sum(amount), 0) from gestures g where g.case_id = c.id and g.ask_id is null and g.state <> 'withdrawn')`,

  'each gesture stands once in each of its accounts, and ended there as it ended': `
    select g.id from gestures g left join ledger l on l.gesture_id = g.id where g.ask_id is null group by g.id
    having count(*) filter (where l.phase = 'granted' and l.kind = 'case') <> 1
      or count(*) filter (where l.phase = g.state) <> count(distinct l.account_id)
      or count(*) <> count(distinct l.account_id) * case g.state when 'granted' then 1 else 2 end`,

  'no line passes the limit by which it was written': `
    select account_id, number from ledger where phase = 'granted' and (balance <= ceiling) is not true`,

  'what is no question came from a system, and nobody spoke about it': `
    select r.id from resolutions r join cases c on c.id = r.case_id
    where r.outcome = 'notAQuestion' and (c.opened_by_kind <> 'system'
      or exists (select from contacts t where t.case_id = c.id and t.employee_id is not null and t.recorded_at < r.at
        and not (t.opening and exists (select from calls l where l.contact_id = t.id and l.answered))))`,

  'who is unreachable was tried, and written to': `
    select r.id from resolutions r
    left join callbacks b on b.resolution_id = r.id and b.case_id = r.case_id
    where r.outcome = 'unreachable' and not (
      exists (select from callback_attempts t where t.callback_id = b.id and t.outcome <> 'message-sent' and t.at >= b.made_at)
      and (exists (select from callback_attempts t where t.callback_id = b.id and t.outcome = 'message-sent' and t.at >= b.made_at)
        or exists (select from contacts t where t.case_id = b.case_id and t.direction = 'outbound' and t.at >= b.made_at
          and t.spoken_for = b.owner_id and t.channel not in ('phone', 'visit'))))`,

  'no try is older than its promise': `
    select t.id from callback_attempts t join callbacks b on b.id = t.callback_id where t.at < b.made_at`,

  'a kept callback was spoken, by the owner, after the promise': `
    select b.id from callbacks b left join contacts t on t.id = b.contact_id and t.case_id = b.case_id
    where b.state = 'kept' and (t.spoken_for = b.owner_id and not t.opening
      and case when t.channel in ('phone', 'chat', 'visit') and t.outcome = 'reached' then true
        else t.direction = 'outbound' and t.outcome in ('reached', 'message-sent') and t.channel not in ('phone', 'visit')
          and b.channel in ('email', 'chat', 'letter') end
      and t.recorded_at >= b.made_at and t.at >= b.made_at
      and (b.closed_at = t.at or (b.closed_at < t.at and b.closed_at >= t.recorded_at))) is not true`,

  'one contact keeps one callback': `
    select contact_id from callbacks where state = 'kept' group by contact_id having count(*) > 1`,

  'a rescheduled callback has its replacement, made at that moment, and the customer was told after the promise': `
    select b.id from callbacks b
    left join callbacks n on n.id = b.replaced_by and n.case_id = b.case_id and n.id <> b.id
    left join contacts t on t.id = b.contact_id and t.case_id = b.case_id
    where b.state = 'rescheduled' and (n.made_at = b.closed_at and t.recorded_at >= b.made_at and t.at >= b.made_at
      and case when t.channel in ('phone', 'chat', 'visit') and t.outcome = 'reached' then t.employee_id is not null
        else t.direction = 'outbound' and t.outcome in ('reached', 'message-sent') and t.channel not in ('phone', 'visit')
          and b.channel in ('email', 'chat', 'letter') end and b.reason is not null) is not true`,

  'a released callback went with its case': `
    select b.id from callbacks b left join resolutions r on r.id = b.resolution_id and r.case_id = b.case_id
    where b.state = 'released' and r.at is distinct from b.closed_at`,

  'late is on record': `
    select id from callbacks
    where (closed_at > window_until) <> (late_seconds is not null) or closed_at < made_at`,

  'only the owner speaks for the owner': `
    select t.id from contacts t join cases c on c.id = t.case_id
    where ((t.direction = 'outbound' and t.spoken_for is null) or (t.spoken_for <> c.owner_id))
      and not exists (select from events s where s.case_id = c.id and s.type = 'case.succeeded')`,

  'a case that has ended asks nobody anything': `
    select x.id from consultations x join cases c on c.id = x.case_id where x.state = 'open' and c.callback_id is null`,

  'each consultation ended as its history says, and once': `
    select x.id from consultations x left join events e on e.case_id = x.case_id
      and e.data ->> 'consultationId' = x.id::text
      and e.type in ('consultation.answered', 'consultation.declined', 'consultation.withdrawn')
    group by x.id having coalesce(string_agg(e.type, ','), 'consultation.open') <> 'consultation.' || x.state`,

  'attempts are counted': `
    select b.id from callbacks b
    where b.attempts <> (select count(*) from callback_attempts t where t.callback_id = b.id)`,

  'chases are counted': `
    select c.id from cases c
    where c.chases <> (select count(*) from events e where e.case_id = c.id and e.type = 'case.chased')`,

  'faces are those who were there, in the contacts': `
    select c.id from cases c where (select coalesce(array_agg(f order by f), '{}') from unnest(c.faces) f)
      is distinct from (select coalesce(array_agg(distinct f order by f), '{}') from (
        select f::uuid from contacts t, jsonb_array_elements_text(t.participants || to_jsonb(array[t.employee_id])) f
          where t.case_id = c.id and t.employee_id is not null and case when t.channel in ('phone', 'chat', 'visit')
              and t.outcome = 'reached' then true
            else t.direction = 'outbound' and t.channel not in ('phone', 'visit') and t.outcome in ('reached', 'message-sent') end) met)`,

  'nobody is consulted about a resolved case any more': `
    select x.id from consultations x join cases c on c.id = x.case_id where x.state = 'open' and c.callback_id is null`,

  'a case belongs to a customer who stands for themselves, and to whom its last correction led': `
    select c.id from cases c join customers cu on cu.id = c.customer_id
    left join case_corrections k on k.id = c.correction_id
    where cu.merge_id is not null or (k.id is not null and (k.case_id, k.to_customer_id) <> (c.id, c.customer_id))`,

  'every case has its words': `select c.id from cases c left join case_words w on w.case_id = c.id where w.case_id is null`,

  'the events of a case are numbered 1, 2, 3, … and the last is its version': `
    select c.id from cases c left join events e on e.case_id = c.id
    group by c.id having min(e.case_sequence) is distinct from 1 or max(e.case_sequence) <> count(*)
      or max(e.case_sequence) <> c.version`,

  ...rowsAndEvents,

  'a promise is told of as its columns say: once that it ends soon, once that it has ended, and not before': `
    select b.id from callbacks b left join events e on e.data ->> 'callbackId' = b.id::text
      and e.type in ('callback.due', 'callback.overdue')
    group by b.id
    having count(e.id) filter (where e.type = 'callback.due') <> num_nonnulls(b.reminded_at)
      or count(e.id) filter (where e.type = 'callback.overdue') <> num_nonnulls(b.overdue_told_at)
      or bool_or(e.case_id <> b.case_id) or bool_or(e.at < case e.type when 'callback.due' then b.remind_at else b.window_until end)`,

  'the feed has every event, without a gap': `
    select coalesce(f.event_id, e.id) from feed f full join events e on e.id = f.event_id where f.event_id is null or e.id is null
    union all select null from feed having count(*) <> coalesce(max(position), 0)`,

  'within a case the feed has the order of its history': `
    select id from (select e.id, f.position, lag(f.position) over (partition by case_id order by case_sequence) as before
      from events e join feed f on f.event_id = e.id where case_id is not null) e where before > position`,

  'the default team has a member, from the first one on': `
    select o.id from organisation o left join employees e on e.id = o.default_member_id
    where (e.active_team_id is distinct from o.default_team_id)
      and exists (select from employees m where m.active_team_id = o.default_team_id)`,

  'there is one organisation': `select count(*) from organisation having count(*) <> 1`,

  'a reference belongs to one case': `select reference from cases group by reference having count(*) > 1`,
}

/** What is true as well while a process tells of deadlines: tests that play with time leave that to themselves. */
const whileToldOf: typeof invariants = {
  'an open promise is told of within a minute of its moments': `
    select id from callbacks where state = 'open' and (
      (reminded_at is null and remind_at < now() - interval '1 minute')
      or (overdue_told_at is null and window_until < now() - interval '1 minute'))`,
}

/** Fails unless every invariant holds. Reads the feed first, so that it is numbered. */
export async function expectInvariants(service: Service, { deadlines = false } = {}): Promise<void> {
  await service.do('GET', '/v1/events?limit=1')
  const broken: Record<string, unknown> = {}
  for (const [name, query] of Object.entries({ ...invariants, ...(deadlines ? whileToldOf : {}) })) {
    const { rows } = await service.sql.query(query)
    if (rows.length > 0) broken[name] = rows.slice(0, 3)
  }
  expect(broken).toEqual({})
}

/**
 * What each report ought to say, from another source than it has it from: where it can, from the events. $1 and $2 are the period, $3 a
 * team and $4 the code of a topic, or null, and $5 is now.
 */
const scope = `with s as (select c.* from cases c left join topics t on t.id = c.topic_id
    where ($3::uuid is null or c.team_id = $3) and ($4::text is null or t.code = $4)),
  told as (select e.* from events e join s on s.id = e.case_id where e.at >= $1 and e.at < $2)`
const share = (part: string, whole: string) => `round((${part})::numeric / nullif(${whole}, 0), 4)::float8`
const n = (condition: string) => `(count(*) filter (where ${condition}))::int`

const promises = `${scope}, b as (
    select b.*, coalesce(b.closed_at, $5::timestamptz) > b.window_until as late, x.direction, x.recorded_at
    from callbacks b join s on s.id = b.case_id left join contacts x on x.id = b.contact_id
    where b.window_until >= $1 and b.window_until < $2)
  select count(*)::int as promised, ${n(`state = 'kept'`)} as kept, ${n(`state = 'kept' and not late`)} as "keptInTime",
    ${share(n(`state = 'kept' and not late`), n(`late or state = 'kept'`))} as "keptInTimeShare",
    ${n(`state = 'kept' and direction = 'inbound'`)} as "customerCalledFirst",
    ${n(`state = 'kept' and not late and recorded_at > window_until`)} as "toldLate",
    ${n(`state = 'rescheduled' and not late`)} as "rescheduledInTime",
    ${n(`state = 'released' and not late`)} as "releasedInTime", ${n(`state = 'kept' and late`)} as "keptLate",
    ${n('late')} as broken, ${share(n('late'), n(`late or state = 'kept'`))} as "brokenShare",
    ${n(`state = 'open' and late`)} as overdue, ${n(`state = 'open' and not late`)} as open,
    (select count(*)::int from callback_attempts a join b on b.id = a.callback_id) as attempts
  from b`

const successions = `${scope} select ${['departure', 'customerChoice', 'safety']
  .map((cause) => `(${n(`type = 'case.succeeded' and data ->> 'cause' = '${cause}'`)})`)
  .map((count, at) => `${count} as "${['departures', 'customerChoices', 'safety'][at]}"`)
  .join(', ')} from told`

const resolved = `r as (select r.*, (select count(*) from events e where e.case_id = r.case_id and e.type = 'case.succeeded') as moved,
    (select greatest(count(distinct x.employee_id), 1) from contacts x where x.case_id = r.case_id and x.outcome = 'reached') as met,
    (select array_agg(e.type order by e.case_sequence) from events e where e.case_id = r.case_id and e.at <= r.at) as path
  from resolutions r join s on s.id = r.case_id where r.at >= $1 and r.at < $2)`

export const figures: Readonly<Record<string, readonly string[]>> = {
  promises: [promises],
  ownership: [
    `${scope}, ${resolved} select count(*)::int as resolved, ${n('moved = 0')} as "oneOwner",
      ${share(n('moved = 0'), 'count(*)')} as "oneOwnerShare" from r`,
    `${scope} select ${n(`type = 'case.opened'`)} as opened from told`,
    successions,
  ],
  faces: [
    `${scope}, ${resolved} select count(*)::int as resolved, ${n('met = 1')} as "oneFace",
      ${share(n('met = 1'), 'count(*)')} as "oneFaceShare", ${n('met = 2')} as "twoFaces", ${n('met > 2')} as "moreFaces",
      round(avg(met), 4)::float8 as "averageFaces" from r`,
  ],
  exits: [
    `${scope}, ${resolved} select count(*)::int as resolved, ${n(`outcome in ('answered', 'fixed')`)} as told,
      ${share(n(`outcome in ('answered', 'fixed')`), 'count(*)')} as "toldShare",
      ${n(`outcome in ('answered', 'fixed') and not 'callback.made' = any(path)`)} as "firstContact",
      ${n(`outcome = 'unreachable'`)} as unreachable, ${share(n(`outcome = 'unreachable'`), 'count(*)')} as "unreachableShare",
      ${n(`outcome = 'withdrawn'`)} as withdrawn, ${n(`outcome = 'duplicate'`)} as duplicate,
      ${n(`outcome = 'notAQuestion'`)} as "notAQuestion" from r`,
    `${scope} select ${n(`type = 'callback.released'`)} as released from told`,
    successions,
  ],
  satisfaction: [
    `${scope}, q as (select e.data ->> 'surveyId' as id, s.id as case_id from events e join s on s.id::text = e.data ->> 'caseId'
        where e.type = 'survey.requested' and e.at >= $1 and e.at < $2),
      a as (select q.id, q.case_id, bool_or((e.data ->> 'recovery')::boolean) as recovery,
        (array_agg((e.data ->> 'score')::int order by e.case_sequence desc))[1] as score,
        (array_agg((e.data ->> 'helpedByOnePerson')::boolean order by e.case_sequence desc))[1] as one
        from q join events e on e.type = 'satisfaction.received' and e.data ->> 'surveyId' = q.id group by 1, 2)
     select (select count(*)::int from q) as asked, count(*)::int as answered,
      ${share('count(*)', '(select count(*) from q)')} as "answeredShare", round(avg(score), 4)::float8 as "averageScore",
      ${n('score > 3')} as satisfied, ${share(n('score > 3'), 'count(*)')} as "satisfiedShare",
      ${n('one')} as "helpedByOnePerson", ${share(n('one'), n('one is not null'))} as "helpedByOnePersonShare",
      ${[1, 2, 3, 4, 5].map((score) => `${n(`score = ${score}`)} as score${score}`).join(', ')},
      ${n('recovery')} as recoveries, ${share(n('recovery'), 'count(*)')} as "recoveriesShare",
      ${n(`recovery and (select callback_id is null from s where s.id = a.case_id)`)} as recovered from a`,
    `${scope}, ${resolved} select count(*)::int as resolved from r`,
  ],
  consultations: [
    `${scope}, q as (select x.*, e.type, e.at as ended from consultations x
        join told a on a.type = 'consultation.asked' and a.data ->> 'consultationId' = x.id::text
        left join events e on e.data ->> 'consultationId' = x.id::text
          and e.type in ('consultation.answered', 'consultation.declined', 'consultation.withdrawn'))
     select count(*)::int as asked, ${n(`type = 'consultation.answered'`)} as answered,
      ${n(`type = 'consultation.answered' and ended <= need_by`)} as "answeredInTime",
      ${share(n(`type = 'consultation.answered' and ended <= need_by`), 'count(*)')} as "answeredInTimeShare",
      ${n(`type = 'consultation.declined'`)} as declined, ${n(`type = 'consultation.withdrawn'`)} as withdrawn,
      ${n('type is null and need_by < $5')} as overdue, ${n('type is null and need_by >= $5')} as open,
      ${n('helpful is not null')} as rated from q`,
  ],
  stuck: [
    `${scope}, o as (select s.*, b.window_until as until, b.attempts as tried,
        (select count(*) from events e where e.case_id = s.id and e.type = 'case.chased') as asked,
        (select count(*) from events e where e.case_id = s.id and e.type = 'callback.made') as made,
        exists (select from consultations x where x.case_id = s.id and x.closed_at is null) as waits
      from s join callbacks b on b.case_id = s.id and b.state = 'open' where s.opened_at >= $1 and s.opened_at < $2)
     select count(*)::int as open, ${n('until >= $5')} as "onTime", ${share(n('until >= $5'), 'count(*)')} as "onTimeShare",
      ${n('until < $5')} as overdue, ${n(`$5::timestamptz - until > interval '1 day'`)} as "overdueForADay",
      ${n('asked >= 1')} as chased, ${n('asked >= 2')} as "chasedTwice", ${n('made >= 3')} as "promisedThreeTimes",
      ${n('tried >= 1')} as "triedInVain", ${n('waits')} as "waitingForColleague",
      ${n(`$5::timestamptz - opened_at > interval '30 days'`)} as "olderThanAMonth" from o`,
  ],
  empowerment: [
    `${scope}, owners as (select * from told where data ->> 'gestureId' is null or data ->> 'gestureId' not in
        (select id::text from gestures where outreach_id is not null))
     select ${n(`type = 'case.opened'`)} as cases, ${n(`type = 'deviation.recorded'`)} as deviations,
      ${n(`type = 'gesture.withdrawn'`)} as "withdrawnGestures",
      ${n(`type = 'gesture.granted'`)} - ${n(`type = 'gesture.withdrawn'`)} as gestures from owners`,
  ],
  rules: [
    `${scope}, d as (select * from told where type = 'deviation.recorded')
     select ${n(`type = 'case.opened'`)} as cases, (select count(*)::int from d) as deviations,
      (select count(distinct case_id)::int from d) as "casesBentFor",
      ${share('(select count(distinct case_id) from d)', n(`type = 'case.opened'`))} as "casesBentForShare",
      (select count(distinct data ->> 'ruleId')::int from d) as "rulesBent" from told`,
  ],
  ideas: [
    `${scope}, i as (select m.data ->> 'ideaId' as id, a.data ->> 'decision' as decision, a.data ->> 'late' as late,
        (select count(*) from events e where e.type = 'idea.supported' and e.data ->> 'ideaId' = m.data ->> 'ideaId') as liked
      from events m left join events a on a.type = 'idea.answered' and a.data ->> 'ideaId' = m.data ->> 'ideaId'
      where m.type = 'idea.made' and m.at >= $1 and m.at < $2 and (($3::uuid is null and $4::text is null)
        or m.data ->> 'ideaId' in (select idea_id::text from idea_cases x join s on s.id = x.case_id)))
     select count(*)::int as ideas, coalesce(sum(liked), 0)::int as supports, ${n('decision is not null')} as answered,
      ${n(`late = 'false'`)} as "answeredInTime", ${n(`decision = 'adopted'`)} as adopted,
      ${share(n(`decision = 'adopted'`), n('decision is not null'))} as "adoptedShare",
      ${n(`decision = 'declined'`)} as declined from i`,
  ],
  outreaches: [
    `${scope} select ${n(`type = 'case.opened' and origin = 'outreach'`)} as informed,
      (select count(*)::int from resolutions r join s on s.id = r.case_id where s.origin = 'outreach'
        and r.outcome in ('answered', 'fixed') and s.opened_at >= $1 and s.opened_at < $2) as told,
      (select count(*)::int from gestures g join s on s.id = g.case_id
        where g.outreach_id is not null and state <> 'withdrawn' and s.opened_at >= $1 and s.opened_at < $2) as refunds
     from told left join s on s.id = told.case_id`,
  ],
}

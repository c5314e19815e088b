/** Laws of promises, and of the moments of contact that keep them: each query answers with the rows that break it. */
export const lawsOfPromises: Readonly<Record<string, string>> = {
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
    where r.outcome = 'withdrawn' and (t.direction is distinct from 'inbound' or t.chose_from is not null)`,

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
        when t.chose_from is not null then (n.window_from, n.window_until) = (t.chose_from, t.chose_until)
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
}

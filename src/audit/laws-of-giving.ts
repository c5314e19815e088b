/** Laws of what was given: each query answers with the rows that break it. */
export const lawsOfGiving: Readonly<Record<string, string>> = {
  'an account says what its lines add up to': `
    select a.id from spending_accounts a left join ledger l on l.account_id = a.id group by a.id
    having a.lines <> count(l.number) or a.spent <> coalesce(sum(l.amount), 0)
      or a.fulfilled <> coalesce(sum(l.gesture_amount) filter (where l.phase = 'fulfilled'), 0)
      or a.last_at is distinct from max(l.at)`,

  'what was given on a case is what its gestures are, those withdrawn left out': `
    select c.id from cases c left join spending_accounts a on a.case_id = c.id
    where coalesce(a.spent, 0) <> (select coalesce(sum(amount), 0) from gestures g where g.case_id = c.id and g.ask_id is null
      and g.outreach_id is null and g.state <> 'withdrawn')`,

  'each gesture stands once in each of its accounts, and ended there as it ended': `
    select g.id from gestures g left join ledger l on l.gesture_id = g.id where g.ask_id is null group by g.id
    having count(*) filter (where l.phase = 'granted' and (l.kind = 'case' or g.outreach_id is not null)) <> 1
      or count(*) filter (where l.phase = g.state) <> count(distinct l.account_id)
      or count(*) <> count(distinct l.account_id) * case g.state when 'granted' then 1 else 2 end`,

  'no line passes the limit by which it was written': `
    select account_id, number from ledger where phase = 'granted' and (balance <= ceiling) is not true`,
}

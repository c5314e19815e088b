/** A JSON array of heads-ups `hu`, as an answer shows them. */
export const headsUps = (from: string): string => `(
  select coalesce(json_agg(json_build_object('id', hu.id, 'title', hu.title, 'kind', hu.kind, 'message', hu.message,
    'expectedQuestions', hu.expected_questions, 'whoKnows', hu.who_knows) order by hu.id), '[]') ${from})`

/** Those that a case met when it opened. */
export const headsUpsOf = (kase: string): string =>
  headsUps(`from heads_up_cases l join heads_ups hu on hu.id = l.heads_up_id where l.case_id = ${kase}`)

/** Those that go on at a moment. */
export const headsUpsAt = (now: string): string =>
  headsUps(`from heads_ups hu where hu.from_at <= ${now} and hu.until_at > ${now}`)

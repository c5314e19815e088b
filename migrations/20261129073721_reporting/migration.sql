-- What reporting tools read: views that stay as they are while the tables below them change. No role is made and nothing
-- is granted here, since a dump would carry grants to clusters that lack the roles: docs/reporting-roles.sql does both.
CREATE SCHEMA reporting;--> statement-breakpoint
COMMENT ON SCHEMA reporting IS 'Stable views for reporting tools: docs/guide-reporting.md.';--> statement-breakpoint
CREATE VIEW reporting.cases AS
  SELECT r.id AS id,
    r.reference AS reference,
    r.customer_id AS customer_id,
    r.team_id AS team_id,
    p.code AS topic,
    r.origin AS origin,
    r.channel AS channel,
    r.opened_by_kind AS opened_by,
    r.assignment_reason AS assignment,
    r.status AS status,
    o.outcome AS outcome,
    r.opened_at AS opened_at,
    r.resolved_at AS resolved_at,
    cardinality(r.faces) AS faces,
    r.chases AS chases,
    b.made AS promises_made,
    b.kept AS promises_kept,
    b.broken AS promises_broken,
    b.rescheduled AS promises_rescheduled,
    b.attempts::bigint AS attempts,
    c.contacts AS contacts,
    c.first_at AS first_contact_at,
    x.asked AS consultations,
    g.given AS gestures,
    g.amount::bigint AS gestures_minor
  FROM public.cases r
  LEFT JOIN public.topics p ON p.id = r.topic_id
  LEFT JOIN public.resolutions o ON o.id = r.resolution_id
  CROSS JOIN LATERAL (SELECT count(*) AS made, count(*) FILTER (WHERE b.state = 'kept') AS kept,
      count(*) FILTER (WHERE b.closed_at > b.window_until OR (b.state = 'open' AND b.window_until < now())) AS broken,
      count(*) FILTER (WHERE b.state = 'rescheduled') AS rescheduled, coalesce(sum(b.attempts), 0) AS attempts
    FROM public.callbacks b WHERE b.case_id = r.id) b
  CROSS JOIN LATERAL (SELECT count(*) AS contacts, min(c.at) AS first_at FROM public.contacts c WHERE c.case_id = r.id) c
  CROSS JOIN LATERAL (SELECT count(*) AS asked FROM public.consultations x WHERE x.case_id = r.id) x
  CROSS JOIN LATERAL (SELECT count(*) AS given, coalesce(sum(g.amount), 0) AS amount FROM public.gestures g
    WHERE g.case_id = r.id AND g.state IN ('granted', 'fulfilled') AND g.granted_at <= now()) g
  WHERE r.about_employee_id IS NULL;--> statement-breakpoint
COMMENT ON VIEW reporting.cases IS 'One row for each question, with what was promised and what came of it. Complaints about employees are left out.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.id IS 'The case.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.reference IS 'Its number, as customers know it.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.customer_id IS 'The customer who asked: an id, by which nobody is known.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.team_id IS 'The team that serves the customer.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.topic IS 'The code of its topic; null: none was named.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.origin IS 'question, outreach or recovery.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.channel IS 'How the question came in.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.opened_by IS 'employee, or system for a form or a mail.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.assignment IS 'Why its first owner got it.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.status IS 'open or resolved.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.outcome IS 'How it ended; null while it is open.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.opened_at IS 'When it was opened.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.resolved_at IS 'When it was resolved; null while it is open.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.faces IS 'How many employees the customer had contact with: one is the aim.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.chases IS 'How often the customer asked again while a callback was open.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.promises_made IS 'Callbacks that were promised.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.promises_kept IS 'Those that were kept.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.promises_broken IS 'Those whose window ended before they were kept; they count for ever.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.promises_rescheduled IS 'Those that another took the place of.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.attempts IS 'Tries at keeping them.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.contacts IS 'Moments of contact with the customer.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.first_contact_at IS 'The first of these.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.consultations IS 'Colleagues who were asked.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.gestures IS 'Gestures that the customer was given.';--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.gestures_minor IS 'What they cost together, in minor units of the currency: cents.';--> statement-breakpoint
CREATE VIEW reporting.promises AS
  SELECT r.id AS id,
    r.case_id AS case_id,
    c.team_id AS team_id,
    r.state AS state,
    r.channel AS channel,
    r.window_from AS window_from,
    r.window_until AS window_until,
    r.computed AS computed,
    r.made_at AS made_at,
    r.closed_at AS closed_at,
    coalesce(r.closed_at > r.window_until, false) OR (r.state = 'open' AND r.window_until < now()) AS broken,
    r.late_seconds AS late_seconds,
    r.attempts AS attempts,
    r.customer_called_first AS customer_called_first
  FROM public.callbacks r JOIN public.cases c ON c.id = r.case_id AND c.about_employee_id IS NULL;--> statement-breakpoint
COMMENT ON VIEW reporting.promises IS 'One row for each callback that was promised.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.id IS 'The callback.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.case_id IS 'Its case.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.team_id IS 'The team of the case now.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.state IS 'open, kept, rescheduled or released.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.channel IS 'How the customer is to be reached.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.window_from IS 'When its window begins.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.window_until IS 'When its window ends: the promise.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.computed IS 'Whether the window came from the agreement of the team.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.made_at IS 'When it was promised.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.closed_at IS 'When it ended; null while it is open.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.broken IS 'Whether its window ended before it was kept.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.late_seconds IS 'Seconds past its window at which it ended; null where it ended in time or is open.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.attempts IS 'Tries at keeping it.';--> statement-breakpoint
COMMENT ON COLUMN reporting.promises.customer_called_first IS 'Whether the customer called before we did.';--> statement-breakpoint
CREATE VIEW reporting.contacts AS
  SELECT r.id AS id,
    r.case_id AS case_id,
    c.team_id AS team_id,
    r.direction AS direction,
    r.channel AS channel,
    r.outcome AS outcome,
    r.moment AS moment,
    r.at AS at,
    r.recorded_at AS recorded_at
  FROM public.contacts r JOIN public.cases c ON c.id = r.case_id AND c.about_employee_id IS NULL;--> statement-breakpoint
COMMENT ON VIEW reporting.contacts IS 'One row for each moment of contact with a customer.';--> statement-breakpoint
COMMENT ON COLUMN reporting.contacts.id IS 'The contact.';--> statement-breakpoint
COMMENT ON COLUMN reporting.contacts.case_id IS 'Its case.';--> statement-breakpoint
COMMENT ON COLUMN reporting.contacts.team_id IS 'The team of the case now.';--> statement-breakpoint
COMMENT ON COLUMN reporting.contacts.direction IS 'inbound or outbound.';--> statement-breakpoint
COMMENT ON COLUMN reporting.contacts.channel IS 'How it took place.';--> statement-breakpoint
COMMENT ON COLUMN reporting.contacts.outcome IS 'What came of it.';--> statement-breakpoint
COMMENT ON COLUMN reporting.contacts.moment IS 'What it proves: owner-reached, customer-called-owner and so on.';--> statement-breakpoint
COMMENT ON COLUMN reporting.contacts.at IS 'When it was.';--> statement-breakpoint
COMMENT ON COLUMN reporting.contacts.recorded_at IS 'When it was told of.';--> statement-breakpoint
CREATE VIEW reporting.consultations AS
  SELECT r.id AS id,
    r.case_id AS case_id,
    r.own_team_id AS team_id,
    r.outside AS outside,
    p.code AS topic,
    r.kind AS kind,
    r.state AS state,
    r.asked_at AS asked_at,
    r.need_by AS need_by,
    r.closed_at AS closed_at
  FROM public.consultations r JOIN public.cases c ON c.id = r.case_id AND c.about_employee_id IS NULL
  LEFT JOIN public.topics p ON p.id = r.topic_id;--> statement-breakpoint
COMMENT ON VIEW reporting.consultations IS 'One row for each question to a colleague. Whether answers helped is told in sums alone, by the report of coverage.';--> statement-breakpoint
COMMENT ON COLUMN reporting.consultations.id IS 'The consultation.';--> statement-breakpoint
COMMENT ON COLUMN reporting.consultations.case_id IS 'Its case.';--> statement-breakpoint
COMMENT ON COLUMN reporting.consultations.team_id IS 'The team of the case when it was asked.';--> statement-breakpoint
COMMENT ON COLUMN reporting.consultations.outside IS 'Whether the colleague is of another team, or of none.';--> statement-breakpoint
COMMENT ON COLUMN reporting.consultations.topic IS 'The code of the topic; null: none.';--> statement-breakpoint
COMMENT ON COLUMN reporting.consultations.kind IS 'question or action.';--> statement-breakpoint
COMMENT ON COLUMN reporting.consultations.state IS 'open, answered, declined or withdrawn.';--> statement-breakpoint
COMMENT ON COLUMN reporting.consultations.asked_at IS 'When it was asked.';--> statement-breakpoint
COMMENT ON COLUMN reporting.consultations.need_by IS 'By when the answer was needed.';--> statement-breakpoint
COMMENT ON COLUMN reporting.consultations.closed_at IS 'When it ended; null while it is open.';--> statement-breakpoint
CREATE VIEW reporting.gestures AS
  SELECT r.id AS id,
    r.case_id AS case_id,
    r.team_id AS team_id,
    r.kind AS kind,
    r.state AS state,
    r.amount AS amount_minor,
    r.currency AS currency,
    r.ask_id IS NOT NULL AS asked,
    r.granted_at AS granted_at,
    r.ended_at AS ended_at
  FROM public.gestures r JOIN public.cases c ON c.id = r.case_id AND c.about_employee_id IS NULL
  WHERE r.granted_at <= now() AND r.state <> 'refused';--> statement-breakpoint
COMMENT ON VIEW reporting.gestures IS 'One row for each gesture that was given.';--> statement-breakpoint
COMMENT ON COLUMN reporting.gestures.id IS 'The gesture.';--> statement-breakpoint
COMMENT ON COLUMN reporting.gestures.case_id IS 'Its case.';--> statement-breakpoint
COMMENT ON COLUMN reporting.gestures.team_id IS 'The team of the case at that moment.';--> statement-breakpoint
COMMENT ON COLUMN reporting.gestures.kind IS 'refund, credit, discount, gift or service.';--> statement-breakpoint
COMMENT ON COLUMN reporting.gestures.state IS 'granted, fulfilled or withdrawn.';--> statement-breakpoint
COMMENT ON COLUMN reporting.gestures.amount_minor IS 'What it costs, in minor units of the currency: cents.';--> statement-breakpoint
COMMENT ON COLUMN reporting.gestures.currency IS 'The currency of the organisation.';--> statement-breakpoint
COMMENT ON COLUMN reporting.gestures.asked IS 'Whether it was above the ceiling, and was asked for.';--> statement-breakpoint
COMMENT ON COLUMN reporting.gestures.granted_at IS 'When it was granted.';--> statement-breakpoint
COMMENT ON COLUMN reporting.gestures.ended_at IS 'When the customer had it, or it was withdrawn.';--> statement-breakpoint
CREATE VIEW reporting.deviations AS
  SELECT r.id AS id,
    r.case_id AS case_id,
    c.team_id AS team_id,
    u.code AS rule,
    r.rule_kind AS rule_kind,
    r.at AS at
  FROM public.deviations r JOIN public.cases c ON c.id = r.case_id AND c.about_employee_id IS NULL
  JOIN public.rules u ON u.id = r.rule_id;--> statement-breakpoint
COMMENT ON VIEW reporting.deviations IS 'One row for each time that a rule was bent for a customer.';--> statement-breakpoint
COMMENT ON COLUMN reporting.deviations.id IS 'The deviation.';--> statement-breakpoint
COMMENT ON COLUMN reporting.deviations.case_id IS 'Its case.';--> statement-breakpoint
COMMENT ON COLUMN reporting.deviations.team_id IS 'The team of the case now.';--> statement-breakpoint
COMMENT ON COLUMN reporting.deviations.rule IS 'The code of the rule.';--> statement-breakpoint
COMMENT ON COLUMN reporting.deviations.rule_kind IS 'house or contract; the law is not bent.';--> statement-breakpoint
COMMENT ON COLUMN reporting.deviations.at IS 'When it was bent.';--> statement-breakpoint
CREATE VIEW reporting.customers AS
  SELECT r.id AS id,
    r.kind AS kind,
    r.segment AS segment,
    r.team_id AS team_id,
    r.language AS language,
    r.preferred_channel AS preferred_channel,
    r.created_at AS created_at,
    r.merge_id IS NOT NULL AS merged,
    r.erased_at AS erased_at
  FROM public.customers r;--> statement-breakpoint
COMMENT ON VIEW reporting.customers IS 'One row for each customer, without anything by which they are known.';--> statement-breakpoint
COMMENT ON COLUMN reporting.customers.id IS 'The customer.';--> statement-breakpoint
COMMENT ON COLUMN reporting.customers.kind IS 'person or organisation.';--> statement-breakpoint
COMMENT ON COLUMN reporting.customers.segment IS 'The segment, in words of the organisation.';--> statement-breakpoint
COMMENT ON COLUMN reporting.customers.team_id IS 'The team that serves them.';--> statement-breakpoint
COMMENT ON COLUMN reporting.customers.language IS 'A language tag, such as nl.';--> statement-breakpoint
COMMENT ON COLUMN reporting.customers.preferred_channel IS 'How they like to be reached.';--> statement-breakpoint
COMMENT ON COLUMN reporting.customers.created_at IS 'Since when they are known.';--> statement-breakpoint
COMMENT ON COLUMN reporting.customers.merged IS 'Whether another customer stands for them now.';--> statement-breakpoint
COMMENT ON COLUMN reporting.customers.erased_at IS 'When they were erased; null: they were not.';--> statement-breakpoint
CREATE VIEW reporting.teams AS
  SELECT r.id AS id,
    r.name AS name,
    r.segments AS segments,
    r.created_at AS created_at
  FROM public.teams r;--> statement-breakpoint
COMMENT ON VIEW reporting.teams IS 'One row for each team.';--> statement-breakpoint
COMMENT ON COLUMN reporting.teams.id IS 'The team.';--> statement-breakpoint
COMMENT ON COLUMN reporting.teams.name IS 'What it is called.';--> statement-breakpoint
COMMENT ON COLUMN reporting.teams.segments IS 'The segments of customers that it serves.';--> statement-breakpoint
COMMENT ON COLUMN reporting.teams.created_at IS 'Since when it is there.';--> statement-breakpoint
CREATE VIEW reporting.topics AS
  SELECT r.id AS id,
    r.code AS code,
    r.name AS name
  FROM public.topics r;--> statement-breakpoint
COMMENT ON VIEW reporting.topics IS 'One row for each topic.';--> statement-breakpoint
COMMENT ON COLUMN reporting.topics.id IS 'The topic.';--> statement-breakpoint
COMMENT ON COLUMN reporting.topics.code IS 'By what programs know it.';--> statement-breakpoint
COMMENT ON COLUMN reporting.topics.name IS 'What it is called.';--> statement-breakpoint
CREATE VIEW reporting.customer_contacts AS
  SELECT r.id AS customer_id,
    r.name AS name,
    r.phone AS phone,
    r.email AS email
  FROM public.customers r WHERE r.erased_at IS NULL AND NOT r.anonymous;--> statement-breakpoint
COMMENT ON VIEW reporting.customer_contacts IS 'Names, numbers and addresses of customers who were not erased: for the role reporting_contacts alone.';--> statement-breakpoint
COMMENT ON COLUMN reporting.customer_contacts.customer_id IS 'The customer.';--> statement-breakpoint
COMMENT ON COLUMN reporting.customer_contacts.name IS 'Their name.';--> statement-breakpoint
COMMENT ON COLUMN reporting.customer_contacts.phone IS 'E.164.';--> statement-breakpoint
COMMENT ON COLUMN reporting.customer_contacts.email IS 'Their e-mail address.';

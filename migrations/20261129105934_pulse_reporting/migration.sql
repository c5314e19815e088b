-- What customers and employees say of it, for reporting tools.
CREATE OR REPLACE VIEW reporting.cases AS
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
    g.amount::bigint AS gestures_minor,
    u.score AS score
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
  LEFT JOIN LATERAL (SELECT u.score FROM public.surveys u WHERE u.case_id = r.id AND u.score IS NOT NULL
    ORDER BY u.requested_at DESC LIMIT 1) u ON true
  WHERE r.about_employee_id IS NULL;--> statement-breakpoint
COMMENT ON COLUMN reporting.cases.score IS 'What the customer answered last, from 1 to 5; null while they have not.';--> statement-breakpoint
CREATE VIEW reporting.satisfaction AS
  SELECT r.id AS id,
    r.case_id AS case_id,
    c.team_id AS team_id,
    cardinality(r.faces) AS faces,
    r.requested_at AS requested_at,
    r.answered_at AS answered_at,
    r.score AS score,
    r.helped_by_one_person AS helped_by_one_person
  FROM public.surveys r JOIN public.cases c ON c.id = r.case_id AND c.about_employee_id IS NULL;--> statement-breakpoint
COMMENT ON VIEW reporting.satisfaction IS 'One row for each time that a customer was asked whether they were helped.';--> statement-breakpoint
COMMENT ON COLUMN reporting.satisfaction.id IS 'The survey.';--> statement-breakpoint
COMMENT ON COLUMN reporting.satisfaction.case_id IS 'Its case.';--> statement-breakpoint
COMMENT ON COLUMN reporting.satisfaction.team_id IS 'The team of the case now.';--> statement-breakpoint
COMMENT ON COLUMN reporting.satisfaction.faces IS 'How many employees the customer had met when they were asked.';--> statement-breakpoint
COMMENT ON COLUMN reporting.satisfaction.requested_at IS 'When they were asked.';--> statement-breakpoint
COMMENT ON COLUMN reporting.satisfaction.answered_at IS 'When they answered; null: they have not.';--> statement-breakpoint
COMMENT ON COLUMN reporting.satisfaction.score IS 'From 1 to 5.';--> statement-breakpoint
COMMENT ON COLUMN reporting.satisfaction.helped_by_one_person IS 'Whether one person helped them, as they say.';--> statement-breakpoint
-- What a team answered is shown once its week is closed and was shared with it: five answers, and five of others, so that what is left
-- of all is never few. No average that could only be of answers that are all alike, nor one from which whoever knows their own answer
-- could tell everybody else’s. No sum over teams or weeks but of what is shown, so that none can be subtracted from another.
CREATE VIEW reporting.pulse AS
  SELECT a.week AS week,
    a.team_id AS team_id,
    r.ends_at AS ended_at,
    a.answers::integer AS answers,
    a.room_to_help AS room_to_help,
    a.proud_of_service AS proud_of_service
  FROM (
    SELECT a.week, a.team_id, count(*) AS answers, sum(count(*)) OVER (PARTITION BY a.week) - count(*) AS others,
      CASE WHEN NOT (count(*) FILTER (WHERE a.room_to_help = 1) >= count(*) - 1 OR count(*) FILTER (WHERE a.room_to_help = 5) >= count(*) - 1
        OR min(a.room_to_help) = max(a.room_to_help))
        THEN round(avg(a.room_to_help), 1)::float8 END AS room_to_help,
      CASE WHEN NOT (count(*) FILTER (WHERE a.proud_of_service = 1) >= count(*) - 1 OR count(*) FILTER (WHERE a.proud_of_service = 5) >= count(*) - 1
        OR min(a.proud_of_service) = max(a.proud_of_service))
        THEN round(avg(a.proud_of_service), 1)::float8 END AS proud_of_service
    FROM public.pulse_answers a GROUP BY a.week, a.team_id
  ) a
  JOIN public.pulse_rounds r ON r.week = a.week AND r.closed_at IS NOT NULL
  JOIN public.pulse_shares s ON s.week = a.week AND s.team_id = a.team_id
  WHERE a.answers >= 5 AND a.others >= 5;--> statement-breakpoint
COMMENT ON VIEW reporting.pulse IS 'One row for what a team answered in a week that is closed and was shared with it; five answers at least, and five of others.';--> statement-breakpoint
COMMENT ON COLUMN reporting.pulse.week IS 'The ISO week: 2026-W48.';--> statement-breakpoint
COMMENT ON COLUMN reporting.pulse.team_id IS 'The team.';--> statement-breakpoint
COMMENT ON COLUMN reporting.pulse.ended_at IS 'When the week ended.';--> statement-breakpoint
COMMENT ON COLUMN reporting.pulse.answers IS 'How many answered.';--> statement-breakpoint
COMMENT ON COLUMN reporting.pulse.room_to_help IS 'Whether they had the room to help, from 1 to 5 on average; null where it would tell what somebody answered.';--> statement-breakpoint
COMMENT ON COLUMN reporting.pulse.proud_of_service IS 'Whether they are proud of the service, likewise.';

-- A moment is finite and of our time: an infinite one is never due, and what happened in a year that only a mistake can
-- mean stands in the reports for ever. Rows that say so already are named here, all in one message, before anything
-- changes. They are read here, and the constraints are added NOT VALID, so that nobody waits while large tables are read.
DO $$
DECLARE
  here text;
  moments text;
  key text;
  strays text[];
  message text := '';
BEGIN
  FOREACH here IN ARRAY '{
    absences, api_keys, attendance, calendar_feeds, callback_attempts, callbacks, calls,
    case_corrections, cases, consultations, contacts, customer_facts, customer_merges, customers,
    departures, employees, events, idempotency_keys, notes, rate_limits, resolutions, stand_ins,
    successions, teams, topics
  }'::text[] LOOP
    SELECT string_agg(quote_ident(attname), ', ') INTO moments FROM pg_attribute
    WHERE attrelid = here::regclass AND atttypid = 'timestamptz'::regtype AND attgenerated = '' AND NOT attisdropped;
    SELECT string_agg(quote_ident(attname), ', ') INTO key
    FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey)
    WHERE indrelid = here::regclass AND indisprimary;
    EXECUTE format('SELECT array(SELECT concat_ws(''/'', %s) FROM %I
        WHERE NOT (least(%s) >= ''2000-01-01T00:00:00Z'' AND greatest(%s) < ''2200-01-01T00:00:00Z'') ORDER BY 1 LIMIT 101)',
      key, here, moments, moments) INTO strays;
    IF strays <> '{}' THEN
      message := message || format(E'\n%s: %s', here, array_to_string(strays[:100], ', '))
        || CASE WHEN cardinality(strays) > 100 THEN ', and more' ELSE '' END;
    END IF;
  END LOOP;
  IF message <> '' THEN
    RAISE EXCEPTION 'Rows with a moment outside the years 2000 to 2199, by table and id:%', message
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_moments_are_real"
  CHECK (least("created_at", "expires_at", "revoked_at", "last_used_at") >= '2000-01-01T00:00:00Z' and greatest("created_at", "expires_at", "revoked_at", "last_used_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_moments_are_real"
  CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "rate_limits" ADD CONSTRAINT "rate_limits_moments_are_real"
  CHECK (least("since") >= '2000-01-01T00:00:00Z' and greatest("since") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "callback_attempts" ADD CONSTRAINT "callback_attempts_moments_are_real"
  CHECK (least("at", "recorded_at") >= '2000-01-01T00:00:00Z' and greatest("at", "recorded_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_moments_are_real"
  CHECK (least("window_from", "window_until", "remind_at", "reminded_at", "overdue_told_at", "booked_hour", "next_try_at", "made_at", "closed_at") >= '2000-01-01T00:00:00Z' and greatest("window_from", "window_until", "remind_at", "reminded_at", "overdue_told_at", "booked_hour", "next_try_at", "made_at", "closed_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_moments_are_real"
  CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_moments_are_real"
  CHECK (least("opened_at", "resolved_at") >= '2000-01-01T00:00:00Z' and greatest("opened_at", "resolved_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_moments_are_real"
  CHECK (least("at", "recorded_at") >= '2000-01-01T00:00:00Z' and greatest("at", "recorded_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_moments_are_real"
  CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_moments_are_real"
  CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_moments_are_real"
  CHECK (least("need_by", "asked_at", "closed_at", "overdue_told_at") >= '2000-01-01T00:00:00Z' and greatest("need_by", "asked_at", "closed_at", "overdue_told_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "case_corrections" ADD CONSTRAINT "case_corrections_moments_are_real"
  CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "customer_facts" ADD CONSTRAINT "customer_facts_moments_are_real"
  CHECK (least("recorded_at") >= '2000-01-01T00:00:00Z' and greatest("recorded_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_moments_are_real"
  CHECK (least("merged_at", "reversed_at") >= '2000-01-01T00:00:00Z' and greatest("merged_at", "reversed_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_moments_are_real"
  CHECK (least("created_at") >= '2000-01-01T00:00:00Z' and greatest("created_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_moments_are_real"
  CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_moments_are_real"
  CHECK (least("created_at") >= '2000-01-01T00:00:00Z' and greatest("created_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_moments_are_real"
  CHECK (least("created_at") >= '2000-01-01T00:00:00Z' and greatest("created_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_moments_are_real"
  CHECK (least("from_at", "until_at", "registered_at") >= '2000-01-01T00:00:00Z' and greatest("from_at", "until_at", "registered_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_moments_are_real"
  CHECK (least("from_at", "until_at") >= '2000-01-01T00:00:00Z' and greatest("from_at", "until_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_moments_are_real"
  CHECK (least("created_at") >= '2000-01-01T00:00:00Z' and greatest("created_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "departures" ADD CONSTRAINT "departures_moments_are_real"
  CHECK (least("started_at", "completed_at") >= '2000-01-01T00:00:00Z' and greatest("started_at", "completed_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_moments_are_real"
  CHECK (least("departed_at", "created_at", "changed_at") >= '2000-01-01T00:00:00Z' and greatest("departed_at", "created_at", "changed_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_moments_are_real"
  CHECK (least("from_at", "until_at") >= '2000-01-01T00:00:00Z' and greatest("from_at", "until_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_moments_are_real"
  CHECK (least("requested_at", "completed_at") >= '2000-01-01T00:00:00Z' and greatest("requested_at", "completed_at") < '2200-01-01T00:00:00Z') NOT VALID;

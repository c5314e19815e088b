-- Each row of a case's history refers to the event that tells of it. Rows that have none, and what else breaks the laws
-- that come with it, are named here, all in one message, before anything changes. Columns that are generated write their
-- tables anew: about ten seconds for a million events, in which others wait.
DO $$
DECLARE
  message text;
BEGIN
  WITH stray (what, id) AS (
    SELECT 'contacts without contact.recorded', r.id::text FROM contacts r WHERE NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('contact.recorded') AND data ->> 'contactId' = r.id::text)
    UNION ALL
    SELECT 'notes without note.added', r.id::text FROM notes r WHERE NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('note.added', 'case.reopened') AND data ->> 'noteId' = r.id::text)
    UNION ALL
    SELECT 'callbacks without callback.made', r.id::text FROM callbacks r WHERE NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('callback.made') AND data ->> 'callbackId' = r.id::text)
    UNION ALL
    SELECT 'callbacks without callback.kept', r.id::text FROM callbacks r WHERE r.state = 'kept' AND NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('callback.kept') AND data ->> 'callbackId' = r.id::text)
    UNION ALL
    SELECT 'callbacks without callback.rescheduled', r.id::text FROM callbacks r WHERE r.state = 'rescheduled' AND NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('callback.rescheduled') AND data ->> 'callbackId' = r.id::text)
    UNION ALL
    SELECT 'callbacks without callback.released', r.id::text FROM callbacks r WHERE r.state = 'released' AND NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('callback.released') AND data ->> 'callbackId' = r.id::text)
    UNION ALL
    SELECT 'callbacks without callback.due', r.id::text FROM callbacks r WHERE r.reminded_at IS NOT NULL AND NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('callback.due') AND data ->> 'callbackId' = r.id::text)
    UNION ALL
    SELECT 'callbacks without callback.overdue', r.id::text FROM callbacks r WHERE r.overdue_told_at IS NOT NULL AND NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('callback.overdue') AND data ->> 'callbackId' = r.id::text)
    UNION ALL
    SELECT 'callback_attempts without callback.attempted', r.id::text FROM (SELECT t.*, b.case_id FROM callback_attempts t JOIN callbacks b ON b.id = t.callback_id) r WHERE r.contact_id IS NULL AND NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('callback.attempted') AND data ->> 'attemptId' = r.id::text)
    UNION ALL
    SELECT 'resolutions without case.resolved', r.id::text FROM resolutions r WHERE NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('case.resolved') AND data ->> 'resolutionId' = r.id::text)
    UNION ALL
    SELECT 'consultations without consultation.asked', r.id::text FROM consultations r WHERE NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('consultation.asked') AND data ->> 'consultationId' = r.id::text)
    UNION ALL
    SELECT 'consultations without consultation.answered', r.id::text FROM consultations r WHERE r.state = 'answered' AND NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('consultation.answered') AND data ->> 'consultationId' = r.id::text)
    UNION ALL
    SELECT 'consultations without consultation.declined', r.id::text FROM consultations r WHERE r.state = 'declined' AND NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('consultation.declined') AND data ->> 'consultationId' = r.id::text)
    UNION ALL
    SELECT 'consultations without consultation.withdrawn', r.id::text FROM consultations r WHERE r.state = 'withdrawn' AND NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('consultation.withdrawn') AND data ->> 'consultationId' = r.id::text)
    UNION ALL
    SELECT 'consultations without consultation.overdue', r.id::text FROM consultations r WHERE r.overdue_told_at IS NOT NULL AND NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('consultation.overdue') AND data ->> 'consultationId' = r.id::text)
    UNION ALL
    SELECT 'successions without succession.requested', r.id::text FROM successions r WHERE r.cause = 'safety' AND NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('succession.requested') AND data ->> 'successionId' = r.id::text)
    UNION ALL
    SELECT 'successions without case.succeeded', r.id::text FROM successions r WHERE r.completed_at IS NOT NULL AND NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('case.succeeded') AND data ->> 'successionId' = r.id::text)
    UNION ALL
    SELECT 'case_corrections without case.customer-corrected', r.id::text FROM case_corrections r WHERE NOT EXISTS (SELECT FROM events
      WHERE case_id = r.case_id AND type IN ('case.customer-corrected') AND data ->> 'correctionId' = r.id::text)
    UNION ALL
    SELECT 'events that tell of it again', id::text FROM (SELECT id, row_number() OVER (PARTITION BY case_id, type,
        CASE WHEN type LIKE 'contact.%' OR type = 'case.chased' THEN data ->> 'contactId'
          WHEN type IN ('note.added', 'case.reopened') THEN data ->> 'noteId'
          WHEN type = 'callback.attempted' THEN data ->> 'attemptId' WHEN type LIKE 'callback.%' THEN data ->> 'callbackId'
          WHEN type LIKE 'consultation.%' THEN data ->> 'consultationId'
          WHEN type = 'case.resolved' THEN data ->> 'resolutionId'
          WHEN type = 'case.customer-corrected' THEN data ->> 'correctionId' ELSE data ->> 'successionId' END
        ORDER BY case_sequence) AS nth FROM events
      WHERE case_id IS NOT NULL AND type NOT IN ('case.opened', 'case.changed', 'consultation.rated')
        AND (type <> 'case.reopened' OR data ->> 'noteId' IS NOT NULL)) e WHERE nth > 1
    UNION ALL
    SELECT 'events that should open their case, or should not', id::text FROM events
      WHERE (case_sequence = 1) <> (type = 'case.opened')
    UNION ALL
    SELECT 'callbacks that were told of too early', id::text FROM callbacks
      WHERE reminded_at < remind_at OR overdue_told_at < window_until
    UNION ALL
    SELECT 'consultations that were told of too early', id::text FROM consultations WHERE overdue_told_at < need_by
    UNION ALL
    SELECT 'cases that were resolved before they were opened', id::text FROM cases WHERE resolved_at < opened_at
    UNION ALL
    SELECT 'contacts that happened after they were recorded', id::text FROM contacts
      WHERE at > recorded_at + interval '5 minutes'
  ), told AS (
    SELECT what, array_agg(id ORDER BY id) AS ids FROM stray GROUP BY what
  )
  SELECT string_agg(format(E'\n%s: %s', what, array_to_string(ids[:100], ', '))
    || CASE WHEN cardinality(ids) > 100 THEN ', and more' ELSE '' END, '' ORDER BY what) INTO message FROM told;
  IF message IS NOT NULL THEN
    RAISE EXCEPTION 'Rows that the history does not tell of as it should, by what is wrong and id:%', message
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
ALTER TABLE "callback_attempts" ADD COLUMN "case_id" uuid;
--> statement-breakpoint
ALTER TABLE "callback_attempts" ADD COLUMN "promised_at" timestamp(3) with time zone;
--> statement-breakpoint
ALTER TABLE callback_attempts DISABLE TRIGGER callback_attempts_are_history;
--> statement-breakpoint
UPDATE callback_attempts t SET case_id = b.case_id, promised_at = b.made_at FROM callbacks b WHERE b.id = t.callback_id;
--> statement-breakpoint
ALTER TABLE callback_attempts ENABLE TRIGGER callback_attempts_are_history;
--> statement-breakpoint
ALTER TABLE "callback_attempts" ALTER COLUMN "case_id" SET NOT NULL, ALTER COLUMN "promised_at" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "callback_attempts" ADD COLUMN "told_as" text GENERATED ALWAYS AS (case when contact_id is null then 'callback.attempted' end) STORED;
--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "told_as" text GENERATED ALWAYS AS ('callback.made'::text) STORED;
--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "ended_as" text GENERATED ALWAYS AS (case when state <> 'open' then 'callback.' || state end) STORED;
--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "due_as" text GENERATED ALWAYS AS (case when reminded_at is not null then 'callback.due' end) STORED;
--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "overdue_as" text GENERATED ALWAYS AS (case when overdue_told_at is not null then 'callback.overdue' end) STORED;
--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "told_as" text GENERATED ALWAYS AS ('contact.recorded'::text) STORED;
--> statement-breakpoint
ALTER TABLE "resolutions" ADD COLUMN "told_as" text GENERATED ALWAYS AS ('case.resolved'::text) STORED;
--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "told_as" text GENERATED ALWAYS AS ('consultation.asked'::text) STORED;
--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "ended_as" text GENERATED ALWAYS AS (case when state <> 'open' then 'consultation.' || state end) STORED;
--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "overdue_as" text GENERATED ALWAYS AS (case when overdue_told_at is not null then 'consultation.overdue' end) STORED;
--> statement-breakpoint
ALTER TABLE "case_corrections" ADD COLUMN "told_as" text GENERATED ALWAYS AS ('case.customer-corrected'::text) STORED;
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "about_id" uuid GENERATED ALWAYS AS ((case when type in ('contact.recorded', 'contact.completed', 'case.chased') then data ->> 'contactId' when type in ('note.added', 'case.reopened') then data ->> 'noteId' when type = 'callback.attempted' then data ->> 'attemptId' when type like 'callback.%' then data ->> 'callbackId' when type = 'consultation.rated' then null when type like 'consultation.%' then data ->> 'consultationId' when type = 'case.resolved' then data ->> 'resolutionId' when type in ('case.succeeded', 'succession.requested') then data ->> 'successionId' when type = 'case.customer-corrected' then data ->> 'correctionId' end)::uuid) STORED;
--> statement-breakpoint
ALTER TABLE "successions" ADD COLUMN "told_as" text GENERATED ALWAYS AS (case when cause = 'safety' then 'succession.requested' end) STORED;
--> statement-breakpoint
ALTER TABLE "successions" ADD COLUMN "moved_as" text GENERATED ALWAYS AS (case when completed_at is not null then 'case.succeeded' end) STORED;
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_tell_of_it_once" UNIQUE("about_id","type","case_id");
--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_told_in_time" CHECK ("reminded_at" >= "remind_at" and "overdue_told_at" >= "window_until");
--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_resolve_after_they_open" CHECK ("resolved_at" >= "opened_at");
--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_happened_before" CHECK ("at" <= "recorded_at" + interval '5 minutes');
--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_told_in_time" CHECK ("overdue_told_at" >= "need_by");
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_begin_with_the_opening" CHECK (("case_sequence" = 1) = ("type" = 'case.opened'));
--> statement-breakpoint
ALTER TABLE "callback_attempts" DROP CONSTRAINT "callback_attempts_moments_are_real", ADD CONSTRAINT "callback_attempts_moments_are_real" CHECK (least("at", "recorded_at", "promised_at") >= '2000-01-01T00:00:00Z' and greatest("at", "recorded_at", "promised_at") < '2200-01-01T00:00:00Z');

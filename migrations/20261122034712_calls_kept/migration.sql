-- What a telephone system says late, without changing history.

-- A missed call is a contact with nobody: nobody heard the customer.
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_missed_by_everybody"
  CHECK ("outcome" <> 'missed' OR ("direction" = 'inbound' AND "employee_id" IS NULL AND "spoken_for" IS NULL AND NOT "answered")) NOT VALID;
--> statement-breakpoint
-- Contacts stay as they are, but for one thing: of a call that nobody seemed to answer it turns out that somebody did,
-- once, and by whom. It takes a call that is on record as answered, so no script can make one up from a try that failed.
CREATE FUNCTION contacts_are_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND ((OLD.direction = 'inbound' AND OLD.outcome = 'missed')
      OR (OLD.direction = 'outbound' AND OLD.outcome IN ('no-answer', 'busy')
        AND (OLD.employee_id, OLD.spoken_for) IS NOT DISTINCT FROM (NEW.employee_id, NEW.spoken_for)))
    AND NEW.outcome = 'reached'
    AND (OLD.id, OLD.case_id, OLD.direction, OLD.channel, OLD.summary, OLD.at, OLD.answered, OLD.opening, OLD.participants,
        OLD.recorded_by_kind, OLD.recorded_by_id, OLD.recorded_at)
      IS NOT DISTINCT FROM (NEW.id, NEW.case_id, NEW.direction, NEW.channel, NEW.summary, NEW.at, NEW.answered, NEW.opening,
        NEW.participants, NEW.recorded_by_kind, NEW.recorded_by_id, NEW.recorded_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'contacts are history' USING ERRCODE = 'check_violation', CONSTRAINT = 'contacts_are_history', TABLE = TG_TABLE_NAME;
END $$;
--> statement-breakpoint
DROP TRIGGER contacts_are_history ON "contacts";
--> statement-breakpoint
CREATE TRIGGER contacts_are_history BEFORE UPDATE OR DELETE ON "contacts" FOR EACH ROW EXECUTE FUNCTION contacts_are_history();
--> statement-breakpoint
-- At the end of the transaction, since the call and its contact are written by one statement.
CREATE FUNCTION contacts_completed_by_a_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM calls WHERE contact_id = NEW.id AND answered) THEN
    RAISE EXCEPTION 'no call says that it was answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'contacts_are_history', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER contacts_completed_by_a_call AFTER UPDATE ON "contacts" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION contacts_completed_by_a_call();
--> statement-breakpoint
-- Law 7. Whoever turns out to have spoken in the owner's name is the owner as well.
CREATE CONSTRAINT TRIGGER contacts_one_voice_after_all AFTER UPDATE ON "contacts" FOR EACH ROW
  WHEN (NEW.spoken_for IS NOT NULL AND OLD.spoken_for IS DISTINCT FROM NEW.spoken_for) EXECUTE FUNCTION contacts_one_voice();
--> statement-breakpoint
-- Law 8. Nobody withdraws a question, or hears of another window, in a call that was missed.
CREATE FUNCTION contacts_missed_prove_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id AND outcome = 'missed') THEN
    RAISE EXCEPTION 'in a missed call nobody says or hears anything' USING ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER resolutions_missed_prove_nothing AFTER INSERT ON "resolutions" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL) EXECUTE FUNCTION contacts_missed_prove_nothing('resolutions_customer_withdrew');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER callbacks_missed_prove_nothing AFTER UPDATE ON "callbacks" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL AND OLD.contact_id IS NULL) EXECUTE FUNCTION contacts_missed_prove_nothing('callbacks_rescheduled_was_told');
--> statement-breakpoint
-- A call is not forgotten, and does not become another one: its events may come again at any time.
CREATE TRIGGER calls_stay_the_same BEFORE UPDATE ON "calls" FOR EACH ROW
  WHEN ((OLD.id, OLD.call_id, OLD.direction) IS DISTINCT FROM (NEW.id, NEW.call_id, NEW.direction)
    OR (OLD.rang AND NOT NEW.rang) OR (OLD.answered AND NOT NEW.answered) OR (OLD.ended AND NOT NEW.ended)
    OR (OLD.contact_id IS NOT NULL AND OLD.contact_id IS DISTINCT FROM NEW.contact_id))
  EXECUTE FUNCTION refuse('calls_stay_what_they_are');
--> statement-breakpoint
CREATE TRIGGER calls_stay BEFORE DELETE ON "calls" FOR EACH ROW EXECUTE FUNCTION refuse('calls_stay_what_they_are');
--> statement-breakpoint
CREATE TRIGGER calls_stay_all BEFORE TRUNCATE ON "calls" EXECUTE FUNCTION refuse('calls_stay_what_they_are');
--> statement-breakpoint
-- A customer is looked up by number while the telephone rings: what was written last is in the index at once, and not in a
-- list before it that every look-up would have to read.
ALTER INDEX "customers_by_contact_point" SET (fastupdate = off);
--> statement-breakpoint
-- The customers who have a number, as their telephone number or among their other points of contact: two looks into an
-- index. As a function it keeps a plan of its own, and whoever asks plans for the few that it finds: PostgreSQL takes a
-- number that it doesn't know yet for one of ten thousand customers. Who was merged away is known by who stands for them.
CREATE FUNCTION customers_with(number text) RETURNS TABLE (id uuid, name text, team_id uuid) LANGUAGE plpgsql STABLE ROWS 2
SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY SELECT c.id, c.name, c.team_id FROM customers c WHERE c.phone = number AND c.merge_id IS NULL
    UNION SELECT c.id, c.name, c.team_id FROM customers c WHERE c.merge_id IS NULL
      AND c.other_contact_points @> jsonb_build_array(jsonb_build_object('channel', 'phone', 'address', number));
END $$;

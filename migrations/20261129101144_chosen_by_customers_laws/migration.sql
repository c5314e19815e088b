-- What came in by letter, mail or form tells the customer nothing, but for one thing: on the page of the promise they
-- chose the very window that takes its place, and so know of it. It is one that was given, and books its hour. Rows of
-- which neither changes: nothing is to be locked.
CREATE FUNCTION callbacks_chosen_by_the_customer() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM contacts t JOIN callbacks n ON n.id = NEW.replaced_by
      AND n.window_from = t.chose_from AND n.window_until = t.chose_until
      WHERE t.id = NEW.contact_id AND t.recorded_at = NEW.closed_at AND n.channel = NEW.channel
        AND n.address IS NOT DISTINCT FROM NEW.address AND n.booked_hour IS NOT NULL) THEN
    RAISE EXCEPTION 'the customer did not choose this window' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_rescheduled_was_told', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Nobody withdraws a question, or hears of another window, in a call that was missed; nor does whoever chose another
-- window withdraw.
CREATE OR REPLACE FUNCTION contacts_missed_prove_nothing() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id
      AND (outcome = 'missed' OR (TG_TABLE_NAME = 'resolutions' AND chose_from IS NOT NULL))) THEN
    RAISE EXCEPTION 'nobody says that here' USING
      ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Contacts stay as they are, but for one thing: of a call that nobody seemed to answer it turns out that somebody
-- did, once, and by whom. It takes a call that is on record as answered, so no script can make one up from a try that
-- failed.
CREATE OR REPLACE FUNCTION contacts_are_history() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND ((OLD.direction = 'inbound' AND OLD.outcome = 'missed')
      OR (OLD.direction = 'outbound' AND OLD.outcome IN ('no-answer', 'busy')
        AND (OLD.employee_id, OLD.spoken_for) IS NOT DISTINCT FROM (NEW.employee_id, NEW.spoken_for)))
    AND NEW.outcome = 'reached'
    AND (OLD.id, OLD.case_id, OLD.direction, OLD.channel, OLD.summary, OLD.at, OLD.answered, OLD.opening,
        OLD.participants, OLD.recorded_by_kind, OLD.recorded_by_id, OLD.recorded_at, OLD.thanks, OLD.chose_from,
        OLD.chose_until)
      IS NOT DISTINCT FROM (NEW.id, NEW.case_id, NEW.direction, NEW.channel, NEW.summary, NEW.at, NEW.answered,
        NEW.opening, NEW.participants, NEW.recorded_by_kind, NEW.recorded_by_id, NEW.recorded_at, NEW.thanks,
        NEW.chose_from, NEW.chose_until) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF is_erasure(TG_RELID, to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'contacts are history' USING
    ERRCODE = 'check_violation', CONSTRAINT = 'contacts_are_history', TABLE = TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER callbacks_chosen_by_the_customer AFTER UPDATE ON callbacks
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.state = 'rescheduled' AND OLD.state = 'open' AND NEW.contact_moment = 'customer-contacted-us')
  EXECUTE FUNCTION callbacks_chosen_by_the_customer();

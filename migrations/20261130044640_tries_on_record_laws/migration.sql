-- A call that was answered after all was not always taken back as a try: what is promised now counts as the law will.
UPDATE callbacks b SET attempts = c.counted
FROM (SELECT p.id, count(a.id) FILTER (WHERE t.id IS NULL) AS counted FROM callbacks p
  LEFT JOIN callback_attempts a ON a.callback_id = p.id
  LEFT JOIN contacts t ON t.id = a.contact_id AND t.moment = 'owner-reached' AND a.outcome <> 'reached'
  WHERE p.state = 'open' GROUP BY p.id) c
WHERE c.id = b.id AND b.attempts <> c.counted;
--> statement-breakpoint
-- Its tries are the ones on record, but for a call that was answered after all; and the next one is planned when one was made, or
-- taken back. Deferred, since the try may be written after it is counted.
CREATE FUNCTION callbacks_count_their_tries() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (SELECT b.attempts FROM callbacks b WHERE b.id = NEW.id) <> (SELECT count(*) FROM callback_attempts a
      LEFT JOIN contacts t ON t.id = a.contact_id AND t.moment = 'owner-reached' AND a.outcome <> 'reached'
      WHERE a.callback_id = NEW.id AND t.id IS NULL)
    OR (OLD.next_try_at IS DISTINCT FROM NEW.next_try_at
      AND NOT EXISTS (SELECT FROM events WHERE case_id = NEW.case_id AND tx = pg_current_xact_id()
        AND type IN ('callback.attempted', 'contact.completed'))) THEN
    RAISE EXCEPTION 'the tries on record are others' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_count_their_tries', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A promise begins open, and nobody has tried to keep it.
CREATE OR REPLACE TRIGGER callbacks_begin_open BEFORE INSERT ON callbacks FOR EACH ROW
  WHEN (NEW.state <> 'open' OR NEW.attempts <> 0 OR NEW.next_try_at IS NOT NULL)
  EXECUTE FUNCTION refuse('callbacks_promise_stands');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER callbacks_count_their_tries AFTER UPDATE ON callbacks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.attempts <> NEW.attempts OR OLD.next_try_at IS DISTINCT FROM NEW.next_try_at)
  EXECUTE FUNCTION callbacks_count_their_tries();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER contacts_are_of_now BEFORE INSERT ON contacts FOR EACH ROW
  WHEN (NEW.recorded_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
    OR NEW.at < NEW.recorded_at - interval '169 hours')
  EXECUTE FUNCTION refuse('contacts_are_of_now');
--> statement-breakpoint
CREATE OR REPLACE TRIGGER callback_attempts_are_of_now BEFORE INSERT ON callback_attempts FOR EACH ROW
  WHEN (NEW.recorded_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
    OR NEW.at < NEW.recorded_at - interval '169 hours')
  EXECUTE FUNCTION refuse('callback_attempts_are_of_now');
--> statement-breakpoint
CREATE TRIGGER employees_departure_is_of_now BEFORE UPDATE ON employees FOR EACH ROW
  WHEN (OLD.departed_at IS NULL
    AND NEW.departed_at NOT BETWEEN now() - interval '169 hours' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('employees_are_of_now');
--> statement-breakpoint
-- By the older keys the addresses that customers have still open.
CREATE TRIGGER link_keys_stay BEFORE UPDATE OR DELETE ON link_keys FOR EACH ROW EXECUTE FUNCTION refuse('link_keys_stay');
--> statement-breakpoint
CREATE TRIGGER link_keys_stay_all BEFORE TRUNCATE ON link_keys EXECUTE FUNCTION refuse('link_keys_stay');

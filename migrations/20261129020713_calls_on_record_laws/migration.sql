-- What needs a look at other rows; the rest are CHECKs on the table. Deferred, so that the contact, the callback and
-- the resolution may be written in any order.
CREATE OR REPLACE FUNCTION resolutions_are_earned() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kase cases;
  broken text;
BEGIN
  SELECT * INTO kase FROM cases WHERE id = NEW.case_id;
  CASE
    WHEN NEW.contact_moment IN ('owner-reached', 'customer-called-owner') AND NEW.outcome IN ('answered', 'fixed') THEN
      IF NOT EXISTS (SELECT FROM callbacks
          WHERE case_id = NEW.case_id AND contact_id = NEW.contact_id AND state = 'kept') THEN
        broken := 'resolutions_keep_the_callback';
      END IF;
    WHEN NEW.outcome = 'duplicate' THEN
      IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.duplicate_of AND customer_id = kase.customer_id
          AND (opened_at, id) < (kase.opened_at, kase.id) AND callback_id IS NOT NULL FOR KEY SHARE) THEN
        broken := 'resolutions_duplicate_is_older_and_open';
      END IF;
    WHEN NEW.outcome = 'notAQuestion' THEN
      IF kase.opened_by_kind <> 'system'
          -- The call that seemed to be missed, and opened the case, is no contact about it when it was answered after all.
          OR EXISTS (SELECT FROM contacts t WHERE t.case_id = NEW.case_id AND t.employee_id IS NOT NULL
            AND NOT (t.opening AND EXISTS (SELECT FROM calls l WHERE l.contact_id = t.id AND l.answered))) THEN
        broken := 'resolutions_not_a_question_is_a_systems';
      END IF;
    WHEN NEW.outcome = 'unreachable' THEN
      IF NOT (SELECT count(*) FILTER (WHERE t.outcome <> 'message-sent') >= a.attempts
            AND count(DISTINCT t.day) FILTER (WHERE t.outcome <> 'message-sent') >= a.attempt_days
            AND bool_or(t.outcome = 'message-sent')
          FROM agreements a
          JOIN callbacks b ON b.case_id = NEW.case_id AND b.resolution_id = NEW.id
          LEFT JOIN callback_attempts t ON t.callback_id = b.id
          WHERE a.team_id = kase.team_id GROUP BY a.team_id) IS TRUE THEN
        broken := 'resolutions_not_yet_unreachable';
      END IF;
    ELSE NULL;
  END CASE;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION '%', replace(broken, '_', ' ') USING
      ERRCODE = 'check_violation', CONSTRAINT = broken, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A call is not forgotten, and does not become another one: its events may come again at any time.
CREATE OR REPLACE TRIGGER calls_stay_the_same BEFORE UPDATE ON calls FOR EACH ROW
  WHEN ((OLD.id, OLD.call_id, OLD.direction) IS DISTINCT FROM (NEW.id, NEW.call_id, NEW.direction)
    OR (OLD.rang AND NOT NEW.rang) OR (OLD.answered AND NOT NEW.answered) OR (OLD.ended AND NOT NEW.ended)
    OR (OLD.given_up AND NOT NEW.given_up)
    OR OLD.told_by_id IS DISTINCT FROM NEW.told_by_id
    OR (OLD.contact_id IS NOT NULL AND OLD.contact_id IS DISTINCT FROM NEW.contact_id))
  EXECUTE FUNCTION refuse('calls_stay_what_they_are');
--> statement-breakpoint
-- What was told of a call stays told, but for when it ended: as soon as somebody is known to have spoken, nobody can tell
-- for how long (law 16).
CREATE TRIGGER call_events_stay_the_same BEFORE UPDATE ON call_events FOR EACH ROW
  WHEN ((OLD.call_id, OLD.event, OLD.place, OLD.employee_extension)
      IS DISTINCT FROM (NEW.call_id, NEW.event, NEW.place, NEW.employee_extension) OR NEW.at IS NOT NULL)
  EXECUTE FUNCTION refuse('call_events_stay_what_they_are');
--> statement-breakpoint
CREATE TRIGGER call_events_stay BEFORE DELETE ON call_events FOR EACH ROW
  EXECUTE FUNCTION refuse('call_events_stay_what_they_are');
--> statement-breakpoint
CREATE TRIGGER call_events_stay_all BEFORE TRUNCATE ON call_events
  EXECUTE FUNCTION refuse('call_events_stay_what_they_are');

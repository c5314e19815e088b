-- Law 8, resolved means told. A case ends with the contact in which the customer got the answer, or in one of the few
-- ways without it.

-- What needs a look at other rows; the rest are CHECKs on the table. Deferred, so that the contact, the callback and
-- the resolution may be written in any order.
CREATE FUNCTION resolutions_are_earned() RETURNS trigger
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
          LEFT JOIN callback_attempts t ON t.callback_id = b.id AND t.at >= t.promised_at
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

CREATE CONSTRAINT TRIGGER resolutions_are_earned AFTER INSERT ON resolutions DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION resolutions_are_earned();

-- The contact in which the customer heard it, or withdrew, is not older than any promise of the case.
CREATE FUNCTION resolutions_contact_is_younger() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM contacts t JOIN callbacks b ON b.case_id = t.case_id AND b.made_at > t.recorded_at
      WHERE t.id = NEW.contact_id) THEN
    RAISE EXCEPTION 'the contact is older than the promise' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'resolutions_customer_was_told', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER resolutions_contact_is_younger AFTER INSERT ON resolutions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.outcome IN ('answered', 'fixed', 'withdrawn')) EXECUTE FUNCTION resolutions_contact_is_younger();

-- Nobody withdraws a question, or hears of another window, in a call that was missed.
CREATE FUNCTION contacts_missed_prove_nothing() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id AND outcome = 'missed') THEN
    RAISE EXCEPTION 'in a missed call nobody says or hears anything' USING
      ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER resolutions_missed_prove_nothing AFTER INSERT ON resolutions DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL)
    EXECUTE FUNCTION contacts_missed_prove_nothing('resolutions_customer_withdrew');
CREATE CONSTRAINT TRIGGER callbacks_missed_prove_nothing AFTER UPDATE ON callbacks DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL AND OLD.contact_id IS NULL)
    EXECUTE FUNCTION contacts_missed_prove_nothing('callbacks_rescheduled_was_told');

-- How a case ended is not rewritten (law 15).
CREATE TRIGGER cases_ending_is_history BEFORE UPDATE ON cases FOR EACH ROW
  WHEN (OLD.resolution_id IS NOT NULL AND NEW.resolution_id IS NOT NULL
    AND (OLD.resolution_id, OLD.resolved_at) IS DISTINCT FROM (NEW.resolution_id, NEW.resolved_at))
  EXECUTE FUNCTION refuse('cases_resolved_has_its_resolution');

-- A resolution is how its case ends, at once: when the transaction is over, the case points at it. What ended a case
-- once does not end it again, since the event that tells of it is one (law 15).
CREATE FUNCTION cases_end_by_it() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  resolution uuid := to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'resolutions' THEN 'id' ELSE 'resolution_id' END;
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND resolution_id = resolution FOR KEY SHARE) THEN
    RAISE EXCEPTION 'the case does not end by it' USING
      ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER resolutions_end_their_case AFTER INSERT ON resolutions DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION cases_end_by_it('resolutions_end_their_case');
CREATE CONSTRAINT TRIGGER callbacks_end_with_their_case AFTER UPDATE ON callbacks DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state <> 'released' AND NEW.state = 'released')
    EXECUTE FUNCTION cases_end_by_it('callbacks_released_with_its_case');

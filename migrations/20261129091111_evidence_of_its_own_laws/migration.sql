DROP TRIGGER resolutions_are_earned ON resolutions;
--> statement-breakpoint
DROP TRIGGER resolutions_contact_is_younger ON resolutions;
--> statement-breakpoint
DROP ROUTINE resolutions_contact_is_younger;
--> statement-breakpoint
DROP ROUTINE resolutions_are_earned;
--> statement-breakpoint
-- A call becomes a contact in the transaction that records it, as its event says, and in no other: no call is made up for
-- a contact that somebody recorded. It is one by telephone, in the same direction, of a case of the customer on the line, not
-- before the call, and answered or not as the call was, by who answered it; or by nobody, where the case is about them.
CREATE FUNCTION calls_are_their_contact() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM calls l JOIN contacts t ON t.id = l.contact_id AND t.case_id = l.case_id
      JOIN cases c ON c.id = t.case_id AND c.customer_id = l.customer_id
      JOIN events e ON e.about_id = t.id AND e.type = 'contact.recorded' AND e.case_id = t.case_id
      WHERE l.id = NEW.id AND t.direction = l.direction AND t.channel = 'phone' AND t.at >= l.at
        AND (t.outcome = 'reached') = l.answered
        AND (t.outcome = 'missed' OR t.employee_id IS NOT DISTINCT FROM l.answered_by_id
          OR (t.employee_id IS NULL AND l.answered_by_id = c.about_employee_id))
        AND e.tx = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'a call is the contact that was recorded of it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'calls_are_their_contact', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Whether a callback was tried as often as its team agreed, on as many days, at least the pause apart, and the customer
-- was written to. Of working days and working time the service knows more: here the days and the hours of the clock count,
-- which are never fewer. What is agreed on in this very transaction counts for nothing: else a script could lower it for
-- as long as a look takes.
CREATE OR REPLACE FUNCTION was_tried_enough(callback uuid, team uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  agreed agreements;
  moment timestamptz;
  last timestamptz;
  counted integer := 0;
BEGIN
  SELECT * INTO agreed FROM agreements
  WHERE team_id = team AND changed_in IS DISTINCT FROM pg_current_xact_id_if_assigned();
  FOR moment IN SELECT t.at FROM tried_in_vain(callback) t WHERE t.outcome <> 'message-sent' ORDER BY t.at LOOP
    CONTINUE WHEN moment < last + agreed.attempt_pause::interval;
    counted := counted + 1;
    last := moment;
  END LOOP;
  RETURN counted >= agreed.attempts
    AND agreed.attempt_days <= (SELECT count(DISTINCT (t.at AT TIME ZONE agreed.time_zone)::date)
      FROM tried_in_vain(callback) t WHERE t.outcome <> 'message-sent')
    AND EXISTS (SELECT FROM tried_in_vain(callback) t WHERE t.outcome = 'message-sent');
END $$;
--> statement-breakpoint
-- The first agreement of a team, and each change, says in which transaction it was.
CREATE FUNCTION agreements_know_their_transaction() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.changed_in := pg_current_xact_id();
  RETURN NEW;
END $$;
--> statement-breakpoint
-- What needs a look at other rows; the rest are CHECKs on the table. Asked of the case, when it ends: asked of the
-- resolution, it could be answered before the row that breaks it is written. Deferred, so that the contact, the callback
-- and the resolution may be written in any order.
CREATE FUNCTION cases_end_as_earned() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kase cases;
  ending resolutions;
  broken text;
BEGIN
  SELECT * INTO kase FROM cases WHERE id = NEW.id;
  SELECT * INTO ending FROM resolutions WHERE id = NEW.resolution_id AND case_id = NEW.id;
  CASE
    WHEN NOT FOUND THEN
      broken := 'cases_resolved_has_its_resolution';
    WHEN ending.contact_moment IN ('owner-reached', 'owner-wrote', 'customer-called-owner')
        AND ending.outcome IN ('answered', 'fixed') THEN
      IF NOT EXISTS (SELECT FROM callbacks
          WHERE case_id = ending.case_id AND contact_id = ending.contact_id AND state = 'kept') THEN
        broken := 'resolutions_keep_the_callback';
      END IF;
    -- First-contact resolution: in the very call, or within an hour of it, while nothing else has happened.
    WHEN ending.contact_moment = 'opening' AND ending.outcome IN ('answered', 'fixed') THEN
      IF happened_since(ending.contact_id) IS NOT NULL
          OR EXISTS (SELECT FROM contacts WHERE id = ending.contact_id AND recorded_at < ending.at
            AND least(at, recorded_at) + interval '1 hour' < ending.at)
          OR EXISTS (SELECT FROM callbacks WHERE case_id = ending.case_id AND resolution_id = ending.id
            AND window_until < ending.at) THEN
        broken := 'resolutions_customer_was_told';
      END IF;
    WHEN ending.outcome = 'duplicate' THEN
      IF NOT EXISTS (SELECT FROM cases WHERE id = ending.duplicate_of AND customer_id = kase.customer_id
          AND (opened_at, id) < (kase.opened_at, kase.id) AND callback_id IS NOT NULL FOR KEY SHARE) THEN
        broken := 'resolutions_duplicate_is_older_and_open';
      END IF;
    WHEN ending.outcome = 'notAQuestion' THEN
      IF kase.opened_by_kind <> 'system'
          -- The call that seemed to be missed, and opened the case, is no contact about it when it was answered after all.
          OR EXISTS (SELECT FROM contacts t WHERE t.case_id = ending.case_id AND t.employee_id IS NOT NULL
            AND NOT (t.opening AND EXISTS (SELECT FROM calls l WHERE l.contact_id = t.id AND l.answered))) THEN
        broken := 'resolutions_not_a_question_is_a_systems';
      END IF;
    -- By the agreement of the team that the owner is of, as while the case was open (law 1).
    WHEN ending.outcome = 'unreachable' THEN
      IF NOT EXISTS (SELECT FROM callbacks WHERE case_id = ending.case_id AND resolution_id = ending.id
          AND was_tried_enough(id, kase.team_id))
        OR NOT EXISTS (SELECT FROM employees WHERE id = kase.owner_id AND active_team_id = kase.team_id) THEN
        broken := 'resolutions_not_yet_unreachable';
      END IF;
    ELSE NULL;
  END CASE;
  -- The contact in which the customer heard it, or withdrew, is not older than any promise of the case, neither when it was
  -- nor when it was recorded. The one that opened the case is as old, and tells the customer where the owner spoke in it.
  IF broken IS NULL AND ending.outcome IN ('answered', 'fixed', 'withdrawn')
      AND EXISTS (SELECT FROM contacts t JOIN callbacks b ON b.case_id = t.case_id
        WHERE t.id = ending.contact_id AND (b.made_at > t.recorded_at
          OR (t.moment <> 'opening' AND (b.made_at > t.at OR (t.opening AND b.made_at = t.recorded_at))))) THEN
    broken := 'resolutions_customer_was_told';
  END IF;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION '%', replace(broken, '_', ' ') USING
      ERRCODE = 'check_violation', CONSTRAINT = broken, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Its own call, which was told to be answered, by the employee whom the contact names then; or by whom the case is about, who
-- is named by none. Deferred, since the call and its contact are written by one statement.
CREATE OR REPLACE FUNCTION contacts_completed_by_a_call() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM calls l JOIN call_events v ON v.call_id = l.id AND v.event = 'answered'
      WHERE l.contact_id = NEW.id AND l.answered AND (NEW.employee_id IS NOT DISTINCT FROM l.answered_by_id
        OR (NEW.employee_id IS NULL AND l.answered_by_id = (SELECT about_employee_id FROM cases WHERE id = NEW.case_id)))) THEN
    RAISE EXCEPTION 'no call says that it was answered' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_are_history', TABLE = TG_TABLE_NAME;
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
    OR NEW.at > OLD.at
    OR (OLD.from_number IS NOT NULL AND OLD.from_number IS DISTINCT FROM NEW.from_number)
    OR (OLD.to_number IS NOT NULL AND OLD.to_number IS DISTINCT FROM NEW.to_number)
    OR (OLD.answered_by_id IS NOT NULL AND OLD.answered_by_id IS DISTINCT FROM NEW.answered_by_id)
    OR (OLD.contact_id IS NOT NULL AND (OLD.contact_id, OLD.case_id, OLD.customer_id)
      IS DISTINCT FROM (NEW.contact_id, NEW.case_id, NEW.customer_id)))
  EXECUTE FUNCTION refuse('calls_stay_what_they_are');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER calls_begin_as_their_contact AFTER INSERT ON calls DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.contact_id IS NOT NULL) EXECUTE FUNCTION calls_are_their_contact();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER calls_become_their_contact AFTER UPDATE ON calls DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.contact_id IS NULL AND NEW.contact_id IS NOT NULL) EXECUTE FUNCTION calls_are_their_contact();
--> statement-breakpoint
CREATE TRIGGER agreements_know_their_transaction BEFORE INSERT OR UPDATE ON agreements FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER cases_end_as_earned AFTER UPDATE ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.resolution_id IS NOT NULL AND OLD.resolution_id IS DISTINCT FROM NEW.resolution_id)
  EXECUTE FUNCTION cases_end_as_earned();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER cases_begin_ended_as_earned AFTER INSERT ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.resolution_id IS NOT NULL) EXECUTE FUNCTION cases_end_as_earned();

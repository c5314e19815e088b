-- Law 8, resolved means told. A case ends with the contact in which the customer got the answer, or in one of the few
-- ways without it.

-- How a callback was tried in vain since it was made, and since one of ours last spoke with the customer, who could be reached
-- then; and the messages about it: its attempts, and the owner's contacts that are such without having been told of as
-- attempts. A call that turned out to be answered is none, nor is what somebody did before they were the owner, or stood in.
CREATE FUNCTION tried_in_vain(callback uuid) RETURNS TABLE (outcome text, at timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH promise AS (
    SELECT b.id, b.case_id, b.owner_id, b.made_at, (SELECT max(s.at) FROM contacts s
      WHERE s.case_id = b.case_id AND s.at >= b.made_at AND NOT s.opening
        AND s.moment IN ('owner-reached', 'customer-called-owner', 'colleague-answered', 'colleague-spoke')) AS spoken_at
    FROM callbacks b WHERE b.id = callback
  )
  SELECT t.outcome, t.at FROM callback_attempts t JOIN promise b ON b.id = t.callback_id
  WHERE t.at >= b.made_at AND (b.spoken_at IS NULL OR t.at > b.spoken_at)
    AND (t.at >= t.recorded_at OR was_voice(b.case_id, t.employee_id, b.owner_id, t.at))
    AND NOT EXISTS (SELECT FROM contacts k WHERE k.id = t.contact_id AND k.moment = 'owner-reached')
  UNION ALL
  SELECT CASE t.moment WHEN 'owner-wrote' THEN 'message-sent' ELSE t.outcome END, t.at
  FROM contacts t JOIN promise b ON b.case_id = t.case_id
  WHERE t.at >= b.made_at AND t.recorded_at >= b.made_at AND (b.spoken_at IS NULL OR t.at > b.spoken_at)
    AND (t.at >= t.recorded_at OR was_voice(b.case_id, t.employee_id, b.owner_id, t.at))
    AND (t.moment = 'owner-wrote' OR (t.moment = 'not-reached' AND t.channel IN ('phone', 'chat', 'visit')))
    AND NOT EXISTS (SELECT FROM callback_attempts a WHERE a.contact_id = t.id)
$$;

-- Whether a callback was tried as often as its team agreed, on as many days, at least the pause apart, and the customer
-- was written to. Of working days and working time the service knows more: here the days and the hours of the clock count,
-- which are never fewer. What is agreed on in this very transaction counts for nothing: else a script could lower it for
-- as long as a look takes.
CREATE FUNCTION was_tried_enough(callback uuid, team uuid) RETURNS boolean
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

-- The first thing that has happened to a case since this contact opened it, as a type of event: of what the owner wrote down
-- and what the clock did, nothing. Null: nothing has. A contact opens a case in the transaction in which the case is opened: of
-- one that is said to have, later on, all of it has happened since.
CREATE FUNCTION happened_since(contact uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.type FROM contacts t JOIN events e ON e.case_id = t.case_id
  WHERE t.id = contact
    AND e.case_sequence > coalesce((SELECT o.case_sequence FROM events o
      WHERE o.case_id = t.case_id AND o.type = 'contact.recorded' AND o.data ->> 'contactId' = t.id::text
        AND EXISTS (SELECT FROM events b WHERE b.case_id = o.case_id AND b.tx IS NOT DISTINCT FROM o.tx
          AND b.type IN ('case.opened', 'case.reopened'))), 0)
    AND e.type NOT IN ('callback.made', 'callback.due', 'case.changed', 'contact.completed', 'note.added',
      -- How the case ends by it: if it ended before, it was opened again since.
      'callback.released', 'case.resolved')
  ORDER BY e.case_sequence LIMIT 1
$$;

-- The first agreement of a team, and each change, says in which transaction it was.
CREATE FUNCTION agreements_know_their_transaction() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.changed_in := pg_current_xact_id();
  RETURN NEW;
END $$;

CREATE TRIGGER agreements_know_their_transaction BEFORE INSERT OR UPDATE ON agreements FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();

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
    -- Who opens a case in a call asks for an answer in it.
    WHEN ending.contact_moment = 'opening' AND ending.outcome = 'withdrawn' THEN
      broken := 'resolutions_customer_withdrew';
    WHEN ending.outcome = 'duplicate' THEN
      IF NOT EXISTS (SELECT FROM cases WHERE id = ending.duplicate_of AND customer_id = kase.customer_id
          AND (opened_at, id) < (kase.opened_at, kase.id) AND callback_id IS NOT NULL FOR KEY SHARE) THEN
        broken := 'resolutions_duplicate_is_older_and_open';
      END IF;
    WHEN ending.outcome = 'notAQuestion' THEN
      IF kase.opened_by_kind <> 'system'
          -- The call that seemed to be missed, and opened the case, is no contact about it when it was answered after all.
          OR EXISTS (SELECT FROM contacts t WHERE t.case_id = ending.case_id AND t.employee_id IS NOT NULL
            AND NOT (t.opening AND EXISTS (SELECT FROM calls l WHERE l.contact_id = t.id AND l.answered)))
          OR EXISTS (SELECT FROM callbacks b JOIN callback_attempts a ON a.callback_id = b.id
            WHERE b.case_id = ending.case_id) THEN
        broken := 'resolutions_not_a_question_is_a_systems';
      END IF;
    -- By the agreement of the team that the owner is of, as while the case was open (law 1), and before this transaction.
    WHEN ending.outcome = 'unreachable' THEN
      IF kase.team_changed_in = pg_current_xact_id()
        OR NOT EXISTS (SELECT FROM callbacks WHERE case_id = ending.case_id AND resolution_id = ending.id
          AND was_tried_enough(id, kase.team_id))
        OR NOT EXISTS (SELECT FROM employees WHERE id = kase.owner_id AND active_team_id = kase.team_id) THEN
        broken := 'resolutions_not_yet_unreachable';
      END IF;
    ELSE NULL;
  END CASE;
  -- The owner ends it, or who stands in for them, but for whom it is about; a call that was answered after all ends it by whoever
  -- answered.
  IF broken IS NULL AND ((kase.about_employee_id IS NOT NULL
        AND is_hidden_from(ending.resolved_by_id, kase.about_employee_id, kase.owner_id, ending.at))
      OR (NOT speaks_for(ending.resolved_by_id, kase.owner_id, ending.at)
        AND NOT (ending.outcome = 'notAQuestion' AND EXISTS (SELECT FROM calls
          WHERE case_id = ending.case_id AND answered AND answered_by_id = ending.resolved_by_id)))) THEN
    broken := 'resolutions_are_the_owners';
  END IF;
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

CREATE CONSTRAINT TRIGGER cases_end_as_earned AFTER UPDATE ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.resolution_id IS NOT NULL AND OLD.resolution_id IS DISTINCT FROM NEW.resolution_id)
  EXECUTE FUNCTION cases_end_as_earned();
CREATE CONSTRAINT TRIGGER cases_begin_ended_as_earned AFTER INSERT ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.resolution_id IS NOT NULL) EXECUTE FUNCTION cases_end_as_earned();

-- Nobody withdraws a question, or hears of another window, in a call that was missed; nor does whoever chose another
-- window withdraw.
CREATE FUNCTION contacts_missed_prove_nothing() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id
      AND (outcome = 'missed' OR (TG_TABLE_NAME = 'resolutions' AND chose_from IS NOT NULL))) THEN
    RAISE EXCEPTION 'nobody says that here' USING
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

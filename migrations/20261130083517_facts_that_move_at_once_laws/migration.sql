-- The contact is not older than the promise that it keeps or moves (law 5), neither when it was nor when it was
-- recorded: nobody heard of what was not yet promised. It is the owner's, and not that of an owner of before, nor that of who
-- became the owner or stood in only later. It kept the promise when it was, not earlier: that would mend a broken one. A
-- clock that runs ahead, by which it is still to come, keeps nothing before it is told of. The one that opened the case came before
-- what was promised then; so none that is said to have is younger.
CREATE OR REPLACE FUNCTION callbacks_contact_is_younger() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id
      AND (recorded_at < NEW.made_at OR at < NEW.made_at OR opening
        OR spoken_for <> NEW.owner_id
        OR (at < recorded_at AND (NEW.state = 'kept' OR direction = 'outbound')
          AND NOT was_voice(case_id, employee_id, spoken_for, at))
        OR (NEW.state = 'kept' AND NEW.closed_at < least(at, recorded_at)))) THEN
    RAISE EXCEPTION 'the contact is older than the promise' USING
      ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME,
      CONSTRAINT = CASE NEW.state WHEN 'kept' THEN 'callbacks_kept_is_spoken' ELSE 'callbacks_rescheduled_was_told' END;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The first thing that has happened to a case since this contact opened it, as a type of event: of what the owner wrote down
-- and what the clock did, nothing. Null: nothing has. A contact opens a case in the transaction in which the case is opened: of
-- one that is said to have, later on, all of it has happened since.
CREATE OR REPLACE FUNCTION happened_since(contact uuid) RETURNS text
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
--> statement-breakpoint
-- What needs a look at other rows; the rest are CHECKs on the table. Asked of the case, when it ends: asked of the
-- resolution, it could be answered before the row that breaks it is written. Deferred, so that the contact, the callback
-- and the resolution may be written in any order.
CREATE OR REPLACE FUNCTION cases_end_as_earned() RETURNS trigger
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
  -- The owner ends it, or who stands in for them; a call that was answered after all ends it by whoever answered.
  IF broken IS NULL AND NOT speaks_for(ending.resolved_by_id, kase.owner_id, ending.at)
      AND NOT (ending.outcome = 'notAQuestion' AND EXISTS (SELECT FROM calls
        WHERE case_id = ending.case_id AND answered AND answered_by_id = ending.resolved_by_id)) THEN
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
--> statement-breakpoint
-- A danger is to the owner of now, and reported by them, who stands in for them, a coach or an admin; and it is confirmed by a coach, an
-- admin, or a teammate where there is no other of these. Both work here. Who becomes a coach or a teammate in this very
-- transaction is none yet, and who ceases to be a coach, or begins to leave, still is one.
CREATE OR REPLACE FUNCTION successions_are_confirmed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM cases
      WHERE id = NEW.case_id AND owner_id = NEW.from_owner_id FOR KEY SHARE))
    OR (TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM employees WHERE id = NEW.reported_by_id AND departed_at IS NULL
      AND ((role <> 'member' AND changed_in IS DISTINCT FROM pg_current_xact_id())
        OR speaks_for(id, NEW.from_owner_id, NEW.requested_at)) FOR KEY SHARE))
    OR (NEW.confirmed_by_id IS NOT NULL AND NOT EXISTS (SELECT FROM employees
      WHERE id = NEW.confirmed_by_id AND departed_at IS NULL AND changed_in IS DISTINCT FROM pg_current_xact_id()
        AND (role <> 'member' OR EXISTS (SELECT FROM cases c WHERE c.id = NEW.case_id AND c.team_id = active_team_id
          AND NOT EXISTS (SELECT FROM employees x WHERE (x.changed_in = pg_current_xact_id() OR (x.role <> 'member'
              AND x.departed_at IS NULL AND NOT EXISTS (SELECT FROM departures d
                WHERE d.employee_id = x.id AND d.changed_in IS DISTINCT FROM pg_current_xact_id())))
            AND x.id <> ALL (array[NEW.from_owner_id, NEW.reported_by_id])
            AND x.id IS DISTINCT FROM c.about_employee_id))) FOR KEY SHARE)) THEN
    RAISE EXCEPTION 'nobody who may says so' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'successions_have_their_evidence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What is given is given by the limit of this moment, whatever the writer says that it is: for a case the lower ceiling
-- of its team and the organisation, for a budget its amount. The checks ledger_within_… compare. A lower ceiling is for
-- what is given from then on. A budget pays in its own period; fifteen hours are more than any clock is from UTC. What is held
-- by an account is a gesture of its own case, team, employee or outreach, and no other's: all of these stay as they are.
CREATE OR REPLACE FUNCTION ledger_by_the_limit() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  account spending_accounts;
  given gestures;
BEGIN
  NEW.ceiling := NULL;
  IF NEW.phase = 'granted' THEN
    SELECT * INTO account FROM spending_accounts WHERE id = NEW.account_id;
    SELECT * INTO given FROM gestures WHERE id = NEW.gesture_id;
    IF FOUND AND (given.ask_id IS NOT NULL OR account.outreach_id IS DISTINCT FROM given.outreach_id
        OR (account.case_id IS NOT NULL AND account.case_id <> given.case_id)
        OR (account.budget_id IS NOT NULL AND NOT EXISTS (SELECT FROM budgets WHERE id = account.budget_id
          AND (team_id = given.team_id OR employee_id = given.granted_by_id)))) THEN
      RAISE EXCEPTION 'an account holds what is its own' USING
        ERRCODE = 'check_violation', CONSTRAINT = 'ledger_is_of_its_account', TABLE = TG_TABLE_NAME;
    END IF;
    IF account.case_id IS NOT NULL THEN
      SELECT least(o.gesture_ceiling, a.gesture_ceiling) INTO NEW.ceiling
        FROM cases c JOIN agreements a ON a.team_id = c.team_id CROSS JOIN organisation o
        WHERE c.id = account.case_id AND c.team_changed_in IS DISTINCT FROM pg_current_xact_id()
          AND a.changed_in IS DISTINCT FROM pg_current_xact_id() AND o.changed_in IS DISTINCT FROM pg_current_xact_id();
    ELSIF account.outreach_id IS NOT NULL THEN
      SELECT budget INTO NEW.ceiling FROM outreaches WHERE id = account.outreach_id;
    ELSE
      SELECT amount INTO NEW.ceiling FROM budgets WHERE id = account.budget_id
        AND changed_in IS DISTINCT FROM pg_current_xact_id();
      IF NEW.at < account.starts_on::timestamp AT TIME ZONE 'UTC' - '15 hours'::interval
          OR NEW.at >= account.ends_on::timestamp AT TIME ZONE 'UTC' + '15 hours'::interval THEN
        RAISE EXCEPTION 'a budget pays in its own period' USING
          ERRCODE = 'check_violation', CONSTRAINT = 'ledger_in_its_period', TABLE = TG_TABLE_NAME;
      END IF;
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Whoever decides on it takes it back as well: the owner of this moment, or who stands in for them.
CREATE FUNCTION gestures_are_taken_back_by_the_owner() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND about_employee_id IS DISTINCT FROM NEW.withdrawn_by_id
      AND speaks_for(NEW.withdrawn_by_id, owner_id, NEW.ended_at) FOR KEY SHARE) THEN
    RAISE EXCEPTION 'the owner decides on a gesture' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A no may come as soon as somebody can hear of the ask, and so not before its transaction is over: what is asked for is neither
-- paid nor granted by silence in that one, however short the time for an answer is.
CREATE FUNCTION gestures_wait_for_an_answer() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM asks WHERE id = NEW.ask_id AND made_in = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'nobody could answer yet' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_follow_their_ask', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- The owner of an open case asks, or who stands in for them, within what may be asked for at this moment.
CREATE OR REPLACE FUNCTION asks_are_the_owners() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kase cases;
BEGIN
  NEW.ceiling := NULL;
  NEW.made_in := pg_current_xact_id();
  SELECT ask_ceiling INTO NEW.ceiling FROM organisation
    WHERE changed_in IS DISTINCT FROM pg_current_xact_id();
  SELECT * INTO kase FROM cases WHERE id = NEW.case_id AND callback_id IS NOT NULL FOR KEY SHARE;
  IF NEW.state <> 'open' OR NOT FOUND OR kase.team_id <> NEW.team_id
      OR NOT speaks_for(NEW.asked_by_id, kase.owner_id, NEW.asked_at)
      OR kase.about_employee_id IS NOT DISTINCT FROM NEW.asked_by_id THEN
    RAISE EXCEPTION 'the owner of an open case asks' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'asks_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A coach of the team answers, a coach of no team, or an admin, who works here; and was that before this transaction.
CREATE OR REPLACE FUNCTION asks_are_answered_by_a_coach() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM employees WHERE id = NEW.answered_by_id AND departed_at IS NULL
    AND changed_in IS DISTINCT FROM pg_current_xact_id()
    AND (role = 'admin' OR (role = 'coach' AND coalesce(team_id, NEW.team_id) = NEW.team_id)) FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a coach answers' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'asks_are_answered_by_a_coach', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Whether it was another team's before stays known: by it is found what stands under that team and is this one's now. So does
-- in which transaction it came: a case is not lent to another team for as long as something is asked of its agreement.
CREATE OR REPLACE FUNCTION cases_know_that_they_moved() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.changed_team := OLD.changed_team OR OLD.team_id <> NEW.team_id;
  NEW.team_changed_in := CASE WHEN OLD.team_id <> NEW.team_id THEN pg_current_xact_id() ELSE OLD.team_changed_in END;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- As agreements do (law 8), it says in which transaction somebody became what they are here, or began to leave.
CREATE TRIGGER employees_know_their_transaction BEFORE INSERT ON employees FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();
--> statement-breakpoint
CREATE TRIGGER employees_change_in_a_transaction BEFORE UPDATE ON employees FOR EACH ROW
  WHEN ((OLD.role, OLD.team_id, OLD.departed_at, OLD.changed_in)
    IS DISTINCT FROM (NEW.role, NEW.team_id, NEW.departed_at, NEW.changed_in))
  EXECUTE FUNCTION agreements_know_their_transaction();
--> statement-breakpoint
CREATE TRIGGER departures_know_their_transaction BEFORE INSERT OR UPDATE ON departures FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();
--> statement-breakpoint
CREATE TRIGGER gestures_are_taken_back_by_the_owner AFTER UPDATE ON gestures FOR EACH ROW
  WHEN (OLD.withdrawn_by_id IS DISTINCT FROM NEW.withdrawn_by_id AND NEW.withdrawn_by_id IS NOT NULL)
  EXECUTE FUNCTION gestures_are_taken_back_by_the_owner();
--> statement-breakpoint
CREATE TRIGGER gestures_wait_for_an_answer BEFORE UPDATE ON gestures FOR EACH ROW
  WHEN (NEW.ask_id IS NOT NULL AND OLD.state <> NEW.state AND NEW.state = 'fulfilled') EXECUTE FUNCTION gestures_wait_for_an_answer();
--> statement-breakpoint
CREATE TRIGGER asks_wait_for_an_answer BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (NEW.by_silence AND OLD.made_in = pg_current_xact_id()) EXECUTE FUNCTION refuse('asks_silence_is_yes');
--> statement-breakpoint
-- What was asked stays, and so does how it ended. Whether silence has granted it, its moments say: asks_silence_is_yes.
CREATE OR REPLACE TRIGGER asks_are_final BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (OLD.state <> 'open'
    OR (OLD.id, OLD.case_id, OLD.team_id, OLD.asked_by_id, OLD.wish, OLD.amount, OLD.currency, OLD.ceiling, OLD.reason,
        OLD.asked_at, OLD.answer_by, OLD.made_in)
      IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.team_id, NEW.asked_by_id, NEW.wish, NEW.amount, NEW.currency,
        NEW.ceiling, NEW.reason, NEW.asked_at, NEW.answer_by, NEW.made_in))
  EXECUTE FUNCTION refuse('asks_are_final');
--> statement-breakpoint
CREATE OR REPLACE TRIGGER cases_know_that_they_moved BEFORE UPDATE ON cases FOR EACH ROW
  WHEN (OLD.team_id <> NEW.team_id OR OLD.changed_team <> NEW.changed_team
    OR OLD.team_changed_in IS DISTINCT FROM NEW.team_changed_in)
  EXECUTE FUNCTION cases_know_that_they_moved();

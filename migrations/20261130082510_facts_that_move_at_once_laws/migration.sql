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
-- What is given is given by the limit of this moment, whatever the writer says that it is: for a case the lower ceiling
-- of its team and the organisation, for a budget its amount. The checks ledger_within_… compare. A lower ceiling is for
-- what is given from then on. A budget pays in its own period; fifteen hours are more than any clock is from UTC.
CREATE OR REPLACE FUNCTION ledger_by_the_limit() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  account spending_accounts;
BEGIN
  NEW.ceiling := NULL;
  IF NEW.phase = 'granted' THEN
    SELECT * INTO account FROM spending_accounts WHERE id = NEW.account_id;
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
CREATE OR REPLACE TRIGGER cases_know_that_they_moved BEFORE UPDATE ON cases FOR EACH ROW
  WHEN (OLD.team_id <> NEW.team_id OR OLD.changed_team <> NEW.changed_team
    OR OLD.team_changed_in IS DISTINCT FROM NEW.team_changed_in)
  EXECUTE FUNCTION cases_know_that_they_moved();

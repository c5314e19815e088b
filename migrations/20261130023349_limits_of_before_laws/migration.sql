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
      IF EXISTS (SELECT FROM events WHERE tx = pg_current_xact_id() AND case_id = ending.case_id AND type = 'case.changed')
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
-- The customer asked for somebody else in a contact of this case, since the owner owns it. Who heard and recorded it is
-- neither the owner nor the one who gets the case: nobody gives a case away, and nobody takes one.
CREATE OR REPLACE FUNCTION successions_have_their_contact() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id AND case_id = NEW.case_id AND direction = 'inbound'
      AND employee_id IS NOT NULL AND NOT employee_id = ANY (array[NEW.from_owner_id, NEW.to_owner_id])
      AND NOT (recorded_by_kind = 'employee' AND recorded_by_id = ANY (array[NEW.from_owner_id, NEW.to_owner_id]))
      AND (recorded_by_kind <> 'employee' OR EXISTS (SELECT FROM employees WHERE id = recorded_by_id))
      AND recorded_at >= coalesce(
        (SELECT max(completed_at) FROM successions WHERE case_id = NEW.case_id AND id <> NEW.id), '-infinity')) THEN
    RAISE EXCEPTION 'the customer asked nobody else' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'successions_have_their_evidence', TABLE = TG_TABLE_NAME;
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
        WHERE c.id = account.case_id AND a.changed_in IS DISTINCT FROM pg_current_xact_id()
          AND o.changed_in IS DISTINCT FROM pg_current_xact_id();
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
-- The owner of an open case asks, or who stands in for them, within what may be asked for at this moment.
CREATE OR REPLACE FUNCTION asks_are_the_owners() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kase cases;
BEGIN
  NEW.ceiling := NULL;
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
-- What changes of a case itself is what the events say that come with it, and no more: how it ends, that it is opened
-- again, its words, its team, who was there and how often the customer asked.
CREATE OR REPLACE FUNCTION cases_change_as_told() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  told text[];
  ended boolean;
  chased integer;
BEGIN
  SELECT coalesce(array_agg(type), '{}'), bool_or(type = 'case.resolved' AND about_id = NEW.resolution_id),
    -- A call that the owner has answered after all was no chase.
    count(*) FILTER (WHERE type = 'case.chased') - count(*) FILTER (WHERE type = 'contact.completed' AND data @> '{"noChase": true}')
  INTO told, ended, chased
  FROM events WHERE case_id = NEW.id AND case_sequence > OLD.version AND case_sequence <= NEW.version;
  IF (NEW.resolution_id IS DISTINCT FROM OLD.resolution_id AND NEW.resolution_id IS NOT NULL AND ended IS NOT TRUE)
    OR (OLD.callback_id IS NULL AND NEW.callback_id IS NOT NULL AND NOT told @> '{case.reopened}')
    OR ((OLD.subject, OLD.question, OLD.topic_id, OLD.tags)
      IS DISTINCT FROM (NEW.subject, NEW.question, NEW.topic_id, NEW.tags) AND NOT told @> '{case.changed}')
    OR (OLD.team_id <> NEW.team_id AND OLD.callback_id IS NULL AND NEW.callback_id IS NULL)
    OR (OLD.team_id <> NEW.team_id AND NOT told && '{case.changed,case.reopened,case.succeeded}')
    OR (OLD.faces <> NEW.faces AND NOT told && '{contact.recorded,contact.completed}')
    OR NEW.chases - OLD.chases <> chased THEN
    RAISE EXCEPTION 'the history tells of something else' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_change_is_in_the_history', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER employees_stay_who_they_are BEFORE UPDATE ON employees FOR EACH ROW
  WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION refuse('employees_stay');
--> statement-breakpoint
-- Its window never moves, nor its place in the hour of whoever calls while its owner stays, and once it has ended it stays as it
-- ended: whose it was as well (law 2). Of an open promise only the number or address that it goes to may change.
CREATE OR REPLACE TRIGGER callbacks_promise_stands BEFORE UPDATE ON callbacks FOR EACH ROW
  WHEN (OLD.state <> 'open' OR (OLD.owner_id <> NEW.owner_id AND NEW.state <> 'open')
    OR (OLD.address IS DISTINCT FROM NEW.address AND NEW.state <> 'open')
    OR (OLD.owner_id = NEW.owner_id
      AND (OLD.booked_hour, OLD.place, OLD.caller_id) IS DISTINCT FROM (NEW.booked_hour, NEW.place, NEW.caller_id))
    OR (OLD.id, OLD.case_id, OLD.channel, OLD.window_from, OLD.window_until, OLD.computed, OLD.made_at)
    IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.channel, NEW.window_from, NEW.window_until, NEW.computed, NEW.made_at))
  EXECUTE FUNCTION refuse('callbacks_promise_stands');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER callbacks_new_hour_has_room AFTER UPDATE ON callbacks FOR EACH ROW
  WHEN (OLD.place IS DISTINCT FROM NEW.place AND NEW.place IS NOT NULL) EXECUTE FUNCTION callbacks_hour_has_room();
--> statement-breakpoint
-- As agreements do (law 8), limits say in which transaction they changed.
CREATE TRIGGER organisation_knows_its_transaction BEFORE UPDATE ON organisation FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();
--> statement-breakpoint
CREATE TRIGGER budgets_know_their_transaction BEFORE UPDATE ON budgets FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();
--> statement-breakpoint
-- The newest key signs: one of a year to come would for good.
CREATE TRIGGER signing_keys_are_of_now BEFORE INSERT ON signing_keys FOR EACH ROW
  WHEN (NEW.made_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('signing_keys_are_of_now');

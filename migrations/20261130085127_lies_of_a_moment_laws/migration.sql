-- No stopwatch, whoever writes: of a call in which somebody spoke it is not kept when it ended. That somebody did says the call,
-- and what was told of it.
CREATE OR REPLACE FUNCTION call_events_are_no_stopwatch() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  call uuid := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  IF EXISTS (SELECT FROM call_events e JOIN calls l ON l.id = e.call_id
      WHERE e.call_id = call AND e.event = 'ended' AND e.at IS NOT NULL
        AND (l.answered OR EXISTS (SELECT FROM call_events a WHERE a.call_id = call AND a.event = 'answered'))) THEN
    RAISE EXCEPTION 'nobody keeps for how long they spoke' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'call_events_are_no_stopwatch', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Whoever takes a question owns it: an active member of a team does, unless it is a complaint about them, or about whom they
-- stand in for. What an outreach opens is nobody's who took it; and intake never fails, so it is not asked of whoever comes to
-- a team at that moment, or is leaving: by a transaction of before, and not by the one that opens the case.
CREATE OR REPLACE FUNCTION cases_are_owned_by_who_takes_them() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM employees e WHERE e.id = NEW.opened_by_id AND e.active_team_id IS NOT NULL
      AND e.id IS DISTINCT FROM NEW.about_employee_id
      AND (coalesce(e.changed_at, '-infinity') < NEW.opened_at - interval '5 minutes' OR e.changed_in = pg_current_xact_id())
      AND NOT EXISTS (SELECT FROM departures d WHERE d.employee_id = e.id
        AND d.changed_in IS DISTINCT FROM pg_current_xact_id())
      AND NOT EXISTS (SELECT FROM stand_ins p WHERE p.stand_in_id = e.id AND p.owner_id = NEW.about_employee_id
        AND p.from_at <= NEW.opened_at AND NEW.opened_at < p.until_at)) THEN
    RAISE EXCEPTION 'whoever takes a question owns it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_are_owned_by_who_takes_them', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Who promises, promises only what they can keep: a place beyond what the team has agreed on, and not in this very transaction,
-- does not exist. It is one in the clock hour in which the window begins, by the clocks of the team, and of the owner or whoever
-- stands in for them then.
CREATE OR REPLACE FUNCTION callbacks_hour_has_room() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases c JOIN agreements a ON a.team_id = c.team_id
      WHERE c.id = NEW.case_id AND NEW.place <= a.callbacks_per_hour
        AND a.changed_in IS DISTINCT FROM pg_current_xact_id()
        AND (TG_OP = 'UPDATE' OR NEW.booked_hour = date_trunc('hour', NEW.window_from, a.time_zone)))
    OR (NEW.caller_id IS NOT NULL AND NOT EXISTS (SELECT FROM stand_ins
      WHERE owner_id = NEW.owner_id AND stand_in_id = NEW.caller_id
        AND from_at <= NEW.window_from AND NEW.window_from < until_at)) THEN
    RAISE EXCEPTION 'the hour is full' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_hour_has_room', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Its tries are the ones on record, but for a call that was answered after all.
CREATE FUNCTION tries_are_counted(callback uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT b.attempts = (SELECT count(*) FROM callback_attempts a
    LEFT JOIN contacts t ON t.id = a.contact_id AND t.moment = 'owner-reached' AND a.outcome <> 'reached'
    WHERE a.callback_id = b.id AND t.id IS NULL)
  FROM callbacks b WHERE b.id = callback
$$;
--> statement-breakpoint
-- They are counted so, and the next one is planned when one was made, or taken back. Deferred, since the try may be written after
-- it is counted.
CREATE OR REPLACE FUNCTION callbacks_count_their_tries() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT tries_are_counted(NEW.id)
    OR (OLD.next_try_at IS DISTINCT FROM NEW.next_try_at
      AND NOT EXISTS (SELECT FROM events WHERE case_id = NEW.case_id AND tx = pg_current_xact_id()
        AND type IN ('callback.attempted', 'contact.completed'))) THEN
    RAISE EXCEPTION 'the tries on record are others' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_count_their_tries', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A try in vain is counted in the transaction that writes it down. Who counts without one is asked above; here, who does not count.
CREATE FUNCTION callback_attempts_are_counted() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT tries_are_counted(NEW.callback_id) THEN
    RAISE EXCEPTION 'the tries on record are others' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_count_their_tries', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
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
  -- The owner ends it, or who stands in for them, but for whom it is about; a call that was answered after all ends it by whoever
  -- answered.
  IF broken IS NULL AND (kase.about_employee_id = ending.resolved_by_id
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
--> statement-breakpoint
-- A danger is to the owner of now, and reported by them, who stands in for them, a coach or an admin; and it is confirmed by a coach, an
-- admin, or a teammate where there is no other of these. Both work here. Who becomes a coach or a teammate in this very
-- transaction is none yet, and who ceases to be a coach, or begins to leave, still is one. Whom the case is about knows nothing of
-- it, and says nothing.
CREATE OR REPLACE FUNCTION successions_are_confirmed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND about_employee_id IN (NEW.reported_by_id, NEW.confirmed_by_id))
    OR (TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM cases
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
-- The owner of an open case bends a rule, or who stands in for them, while the rule is in force; on a complaint about themselves
-- nobody does. Both are held: a rule
-- that somebody abolishes meanwhile is waited for, and then looked at anew.
CREATE OR REPLACE FUNCTION deviations_bend() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kase cases;
BEGIN
  PERFORM FROM rules WHERE id = NEW.rule_id AND abolished_at IS NULL
    AND (kind <> 'house' OR NEW.at < review_until) FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is nothing left to bend' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'deviations_bend_what_is_in_force', TABLE = TG_TABLE_NAME;
  END IF;
  SELECT * INTO kase FROM cases WHERE id = NEW.case_id AND callback_id IS NOT NULL FOR KEY SHARE;
  IF NOT FOUND OR NOT speaks_for(NEW.employee_id, kase.owner_id, NEW.at)
      OR kase.about_employee_id = NEW.employee_id THEN
    RAISE EXCEPTION 'the owner of an open case bends a rule, or who stands in for them' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'deviations_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Nobody is left in peace for a week by an outreach that told them nothing: it has opened a case of theirs. Deferred, since all of
-- it is written at once.
CREATE FUNCTION disturbances_are_by_an_outreach() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases c JOIN outreach_customers x ON x.case_id = c.id
      WHERE c.customer_id = NEW.customer_id AND x.outreach_id = NEW.outreach_id AND x.state = 'opened') THEN
    RAISE EXCEPTION 'the outreach told them nothing' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'disturbances_are_by_an_outreach', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER call_events_are_no_stopwatch ON call_events;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER call_events_are_no_stopwatch AFTER INSERT ON call_events DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.event <> 'ringing') EXECUTE FUNCTION call_events_are_no_stopwatch('call_id');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER calls_are_no_stopwatch AFTER UPDATE ON calls DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.answered AND NOT OLD.answered) EXECUTE FUNCTION call_events_are_no_stopwatch('id');
--> statement-breakpoint
-- Its window never moves, nor its place in the hour of whoever calls while its owner stays, nor ever to another hour; and once it has ended it stays as it
-- ended: whose it was as well (law 2). Of an open promise only the number or address that it goes to may change.
CREATE OR REPLACE TRIGGER callbacks_promise_stands BEFORE UPDATE ON callbacks FOR EACH ROW
  WHEN (OLD.state <> 'open' OR (OLD.owner_id <> NEW.owner_id AND NEW.state <> 'open')
    OR (OLD.address IS DISTINCT FROM NEW.address AND NEW.state <> 'open')
    OR (OLD.owner_id = NEW.owner_id
      AND (OLD.booked_hour, OLD.place, OLD.caller_id) IS DISTINCT FROM (NEW.booked_hour, NEW.place, NEW.caller_id))
    OR (NEW.booked_hour IS NOT NULL AND OLD.booked_hour IS DISTINCT FROM NEW.booked_hour)
    OR (OLD.id, OLD.case_id, OLD.channel, OLD.window_from, OLD.window_until, OLD.computed, OLD.made_at)
    IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.channel, NEW.window_from, NEW.window_until, NEW.computed, NEW.made_at))
  EXECUTE FUNCTION refuse('callbacks_promise_stands');
--> statement-breakpoint
DROP TRIGGER callbacks_new_hour_has_room ON callbacks;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER callbacks_new_hour_has_room AFTER UPDATE ON callbacks FOR EACH ROW
  WHEN ((OLD.place, OLD.caller_id) IS DISTINCT FROM (NEW.place, NEW.caller_id) AND NEW.place IS NOT NULL)
  EXECUTE FUNCTION callbacks_hour_has_room();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER callback_attempts_are_counted AFTER INSERT ON callback_attempts DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.outcome <> 'reached') EXECUTE FUNCTION callback_attempts_are_counted();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER employees_change_in_a_transaction BEFORE UPDATE ON employees FOR EACH ROW
  WHEN ((OLD.role, OLD.team_id, OLD.departed_at, OLD.changed_at, OLD.changed_in)
    IS DISTINCT FROM (NEW.role, NEW.team_id, NEW.departed_at, NEW.changed_at, NEW.changed_in))
  EXECUTE FUNCTION agreements_know_their_transaction();
--> statement-breakpoint
-- A week of the pulse begins within it, and open; it ends when its Sunday does: wherever the organisation is, between ten in the
-- morning of it and noon of the next day by UTC, and half a week before is in the midst of it. It is closed now, and so after its end.
CREATE TRIGGER pulse_rounds_begin_is_of_now BEFORE INSERT ON pulse_rounds FOR EACH ROW
  WHEN (NEW.closed_at IS NOT NULL OR NEW.ends_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '169 hours'
    OR to_char(NEW.ends_at AT TIME ZONE 'UTC' - interval '84 hours', 'IYYY"-W"IW') <> NEW.week
    OR NEW.ends_at AT TIME ZONE 'UTC' - date_trunc('week', NEW.ends_at AT TIME ZONE 'UTC' - interval '84 hours')
      NOT BETWEEN interval '154 hours' AND interval '180 hours')
  EXECUTE FUNCTION refuse('pulse_rounds_are_of_now');
--> statement-breakpoint
CREATE TRIGGER pulse_rounds_close_is_of_now BEFORE UPDATE ON pulse_rounds FOR EACH ROW
  WHEN (OLD.closed_at IS NULL
    AND NEW.closed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('pulse_rounds_are_of_now');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER disturbances_are_by_an_outreach AFTER INSERT ON disturbances DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'outreach') EXECUTE FUNCTION disturbances_are_by_an_outreach();

-- Whoever takes a question owns it: an active member of a team does, unless it is a complaint about them, or about whom they
-- stand in for. What an outreach opens is nobody's who took it.
CREATE FUNCTION cases_are_owned_by_who_takes_them() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM employees e WHERE e.id = NEW.opened_by_id AND e.active_team_id IS NOT NULL
      AND e.id IS DISTINCT FROM NEW.about_employee_id
      AND NOT EXISTS (SELECT FROM departures d WHERE d.employee_id = e.id)
      AND NOT EXISTS (SELECT FROM stand_ins p WHERE p.stand_in_id = e.id AND p.owner_id = NEW.about_employee_id
        AND p.from_at <= NEW.opened_at AND NEW.opened_at < p.until_at)) THEN
    RAISE EXCEPTION 'whoever takes a question owns it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_are_owned_by_who_takes_them', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
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
    -- By the agreement of the team that the owner is of, as while the case was open (law 1).
    WHEN ending.outcome = 'unreachable' THEN
      IF NOT EXISTS (SELECT FROM callbacks WHERE case_id = ending.case_id AND resolution_id = ending.id
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
-- A danger is reported by the owner, who stands in for them, a coach or an admin; and it is confirmed by a coach, an
-- admin, or a teammate where there is no other of these. Both work here.
CREATE OR REPLACE FUNCTION successions_are_confirmed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM employees WHERE id = NEW.reported_by_id AND departed_at IS NULL
      AND (role <> 'member' OR speaks_for(id, NEW.from_owner_id, NEW.requested_at)) FOR KEY SHARE))
    OR (NEW.confirmed_by_id IS NOT NULL AND NOT EXISTS (SELECT FROM employees
      WHERE id = NEW.confirmed_by_id AND departed_at IS NULL AND (role <> 'member'
        OR EXISTS (SELECT FROM cases c WHERE c.id = NEW.case_id AND c.team_id = active_team_id
          AND NOT EXISTS (SELECT FROM employees x WHERE x.role <> 'member' AND x.departed_at IS NULL
            AND x.id <> ALL (array[NEW.from_owner_id, NEW.reported_by_id])
            AND x.id IS DISTINCT FROM c.about_employee_id
            AND NOT EXISTS (SELECT FROM departures d WHERE d.employee_id = x.id)))) FOR KEY SHARE)) THEN
    RAISE EXCEPTION 'nobody who may says so' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'successions_have_their_evidence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A coach of the team answers, a coach of no team, or an admin, who works here.
CREATE FUNCTION asks_are_answered_by_a_coach() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM employees WHERE id = NEW.answered_by_id AND departed_at IS NULL
    AND (role = 'admin' OR (role = 'coach' AND coalesce(team_id, NEW.team_id) = NEW.team_id)) FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a coach answers' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'asks_are_answered_by_a_coach', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A case begins with its first owner.
CREATE TRIGGER cases_begin_with_their_first_owner BEFORE INSERT ON cases FOR EACH ROW
  WHEN (NEW.succession_id IS NOT NULL) EXECUTE FUNCTION refuse('cases_owner_is_final');
--> statement-breakpoint
CREATE TRIGGER cases_are_owned_by_who_takes_them BEFORE INSERT ON cases FOR EACH ROW
  WHEN (NEW.opened_by_kind = 'employee' AND NEW.opened_by_id <> NEW.owner_id AND NEW.origin <> 'outreach')
  EXECUTE FUNCTION cases_are_owned_by_who_takes_them();
--> statement-breakpoint
-- That it is due, and that it is overdue, is told once, and when it is due stays; and so does what it left aside.
CREATE OR REPLACE TRIGGER callbacks_are_told_once BEFORE UPDATE ON callbacks FOR EACH ROW
  WHEN ((OLD.reminded_at IS NOT NULL AND OLD.reminded_at IS DISTINCT FROM NEW.reminded_at)
    OR (OLD.overdue_told_at IS NOT NULL AND OLD.overdue_told_at IS DISTINCT FROM NEW.overdue_told_at)
    OR (OLD.yielded, OLD.cut_by_horizon, OLD.remind_at)
      IS DISTINCT FROM (NEW.yielded, NEW.cut_by_horizon, NEW.remind_at))
  EXECUTE FUNCTION refuse('callbacks_promise_stands');
--> statement-breakpoint
CREATE TRIGGER asks_are_answered_by_a_coach BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (OLD.answered_by_id IS NULL AND NEW.answered_by_id IS NOT NULL)
  EXECUTE FUNCTION asks_are_answered_by_a_coach();
--> statement-breakpoint
-- How a case was opened is history: by whom and how, whom it is about, and why its owner got it.
CREATE OR REPLACE TRIGGER cases_opening_is_history BEFORE UPDATE ON cases FOR EACH ROW
  WHEN ((OLD.id, OLD.reference, OLD.opened_at, OLD.opened_by_kind, OLD.opened_by_id, OLD.origin, OLD.channel,
      OLD.about_employee_id)
    IS DISTINCT FROM (NEW.id, NEW.reference, NEW.opened_at, NEW.opened_by_kind, NEW.opened_by_id, NEW.origin, NEW.channel,
      NEW.about_employee_id)
    OR (OLD.owner_id = NEW.owner_id AND (OLD.assignment_reason, OLD.assignment_considered)
      IS DISTINCT FROM (NEW.assignment_reason, NEW.assignment_considered)))
  EXECUTE FUNCTION refuse('cases_opening_is_history');
--> statement-breakpoint
-- No customer asked again about a case that only begins.
CREATE TRIGGER cases_begin_unchased BEFORE INSERT ON cases FOR EACH ROW
  WHEN (NEW.chases <> 0) EXECUTE FUNCTION refuse('cases_change_is_in_the_history');
--> statement-breakpoint
-- A case is opened now: an older one would make a duplicate of what was there before (law 8).
CREATE TRIGGER cases_are_of_now BEFORE INSERT ON cases FOR EACH ROW
  WHEN (NEW.opened_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('cases_are_of_now');
--> statement-breakpoint
-- What is given is given now, and so counts in its own period and by who speaks for the owner now (laws 11 and 13); of what
-- is asked for, the ask says when. Silence says yes when its time is over, and a no comes before: neither is dated back.
CREATE TRIGGER gestures_are_of_now BEFORE INSERT ON gestures FOR EACH ROW
  WHEN (NEW.ask_id IS NULL
    AND NEW.granted_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('gestures_are_of_now');
--> statement-breakpoint
CREATE TRIGGER gestures_end_is_of_now BEFORE UPDATE ON gestures FOR EACH ROW
  WHEN (OLD.ended_at IS NULL
    AND NEW.ended_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('gestures_are_of_now');
--> statement-breakpoint
CREATE TRIGGER ledger_is_of_now BEFORE INSERT ON ledger FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('ledger_is_of_now');
--> statement-breakpoint
CREATE TRIGGER asks_are_of_now BEFORE INSERT ON asks FOR EACH ROW
  WHEN (NEW.asked_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
    OR NEW.answer_by < now())
  EXECUTE FUNCTION refuse('asks_are_of_now');
--> statement-breakpoint
CREATE TRIGGER asks_end_is_of_now BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (OLD.closed_at IS NULL AND (NEW.closed_at > now() + interval '5 minutes'
    OR (NOT NEW.by_silence AND NEW.closed_at < now() - interval '5 minutes')))
  EXECUTE FUNCTION refuse('asks_are_of_now');
--> statement-breakpoint
-- A rule is bent now, and changed now: what has lapsed since is not bent or brought back by a moment of before (law 14).
CREATE TRIGGER deviations_are_of_now BEFORE INSERT ON deviations FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('deviations_are_of_now');
--> statement-breakpoint
CREATE TRIGGER rules_change_is_of_now BEFORE UPDATE ON rules FOR EACH ROW
  WHEN ((OLD.title, OLD.owner_id, OLD.text_number, OLD.review_on, OLD.review_from, OLD.review_until, OLD.burdened,
      OLD.reviews, OLD.abolished_at, OLD.changed_at)
    IS DISTINCT FROM (NEW.title, NEW.owner_id, NEW.text_number, NEW.review_on, NEW.review_from, NEW.review_until,
      NEW.burdened, NEW.reviews, NEW.abolished_at, NEW.changed_at)
    AND NEW.changed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('rules_are_of_now');
--> statement-breakpoint
-- An idea is answered now, in time or late; and so is what a customer said of us, which is theirs for twelve hours.
CREATE TRIGGER ideas_answer_is_of_now BEFORE UPDATE ON ideas FOR EACH ROW
  WHEN ((OLD.answered_at IS DISTINCT FROM NEW.answered_at
      AND NEW.answered_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
    OR (OLD.overdue_told_at IS NULL
      AND NEW.overdue_told_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'))
  EXECUTE FUNCTION refuse('ideas_are_of_now');
--> statement-breakpoint
CREATE TRIGGER surveys_answer_is_of_now BEFORE UPDATE ON surveys FOR EACH ROW
  WHEN (NEW.shown IS NOT NULL
    AND NEW.answered_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('surveys_are_of_now');
--> statement-breakpoint
-- A merge is reversed for thirty days, and not for longer by another moment; and an erasure is of the day on which it was.
CREATE TRIGGER customer_merges_are_of_now BEFORE INSERT ON customer_merges FOR EACH ROW
  WHEN (NEW.merged_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('customer_merges_are_of_now');
--> statement-breakpoint
CREATE TRIGGER customer_merges_end_is_of_now BEFORE UPDATE ON customer_merges FOR EACH ROW
  WHEN (OLD.reversed_at IS NULL
    AND NEW.reversed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('customer_merges_are_of_now');
--> statement-breakpoint
CREATE TRIGGER erasures_are_of_now BEFORE INSERT ON erasures FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('erasures_are_of_now');

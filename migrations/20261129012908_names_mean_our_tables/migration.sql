-- Each function looks for its tables among ours, whatever the caller's search path is, and among the temporary ones last:
-- a temporary table by the name of one of ours made laws blind. Those of one expression have their names bound instead.

-- Every instance remembers who its callers are; it forgets when this says so.
CREATE OR REPLACE FUNCTION access_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('access_changed', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The customers who have a number, as their telephone number or among their other points of contact: two looks into
-- an index. As a function it keeps a plan of its own, and whoever asks plans for the few that it finds: PostgreSQL
-- takes a number that it doesn't know yet for one of ten thousand customers. Who was merged away is known by who
-- stands for them.
CREATE OR REPLACE FUNCTION customers_with(number text) RETURNS TABLE (id uuid, name text, team_id uuid)
LANGUAGE plpgsql STABLE ROWS 2 SET enable_seqscan = off SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT c.id, c.name, c.team_id FROM customers c WHERE c.phone = number AND c.merge_id IS NULL
    UNION SELECT c.id, c.name, c.team_id FROM customers c WHERE c.merge_id IS NULL
      AND c.other_contact_points @> jsonb_build_array(jsonb_build_object('channel', 'phone', 'address', number));
END $$;
--> statement-breakpoint
-- The correction is one of this case, from the customer whom it had to the one whom it gets. It is used once, and the
-- history says so in the same transaction. Nothing else goes over with it: it is no way around the laws of ownership.
CREATE OR REPLACE FUNCTION cases_are_corrected() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (OLD.owner_id, OLD.team_id, OLD.callback_id, OLD.resolution_id)
      IS DISTINCT FROM (NEW.owner_id, NEW.team_id, NEW.callback_id, NEW.resolution_id)
    OR NOT EXISTS (SELECT FROM case_corrections WHERE id = NEW.correction_id AND case_id = NEW.id
      AND from_customer_id = OLD.customer_id AND to_customer_id = NEW.customer_id)
    OR (SELECT array_agg(case_sequence > OLD.version AND case_sequence <= NEW.version) FROM events
      WHERE case_id = NEW.id AND type = 'case.customer-corrected' AND data ->> 'correctionId' = NEW.correction_id::text)
      IS DISTINCT FROM ARRAY[true] THEN
    RAISE EXCEPTION 'no correction leads there' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_customer_is_corrected', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A correction is on record in the history of its case, and one that belongs to a merge is between its two customers.
CREATE OR REPLACE FUNCTION case_corrections_are_told_of() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM events WHERE case_id = NEW.case_id AND type = 'case.customer-corrected'
      AND data ->> 'correctionId' = NEW.id::text)
    OR (NEW.merge_id IS NOT NULL AND NOT EXISTS (SELECT FROM customer_merges WHERE id = NEW.merge_id
      AND (customer_id, into_id)
        IN ((NEW.from_customer_id, NEW.to_customer_id), (NEW.to_customer_id, NEW.from_customer_id)))) THEN
    RAISE EXCEPTION 'the history knows nothing of the correction' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_customer_is_corrected', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Also a case that is resolved as it is opened begins with an active member of its team as its owner. The foreign key
-- above says nothing of it, because that case was never open.
CREATE OR REPLACE FUNCTION cases_begin_with_an_active_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM employees WHERE id = NEW.owner_id AND active_team_id = NEW.team_id FOR KEY SHARE) THEN
    RAISE EXCEPTION 'the owner is no active member of the team' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_owner_is_an_active_member', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- It is completed, and leads there from the owner whom the case had. The case is open then, or opened again, and open
-- it stays in its team. A succession is used once, and the history says so in the same transaction. Nobody confirms
-- the succession of their own case.
CREATE OR REPLACE FUNCTION cases_succeed_by_a_fact() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.callback_id IS NULL OR (OLD.callback_id IS NOT NULL AND OLD.team_id <> NEW.team_id)
    OR NOT EXISTS (SELECT FROM successions WHERE id = NEW.succession_id AND case_id = NEW.id
      AND from_owner_id = OLD.owner_id AND to_owner_id = NEW.owner_id AND completed_at IS NOT NULL
      AND confirmed_by_id IS DISTINCT FROM from_owner_id FOR KEY SHARE)
    OR (SELECT array_agg(case_sequence > OLD.version AND case_sequence <= NEW.version) FROM events
      WHERE case_id = NEW.id AND type = 'case.succeeded' AND data ->> 'successionId' = NEW.succession_id::text)
      IS DISTINCT FROM ARRAY[true] THEN
    RAISE EXCEPTION 'no succession leads there' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_owner_is_final', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Who leaves passes the hold on to a teammate where there is one, so that the refusal is for the last of them.
CREATE OR REPLACE FUNCTION organisation_hold_another_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE organisation o SET default_member_id = mate.id
  FROM (SELECT e.id, e.active_team_id FROM employees e JOIN organisation ON e.active_team_id = default_team_id
        WHERE e.id <> OLD.id ORDER BY e.id LIMIT 1 FOR KEY SHARE OF e) mate
  WHERE o.default_member_id = OLD.id AND o.default_team_id = mate.active_team_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- The first member of the default team is held at once.
CREATE OR REPLACE FUNCTION organisation_hold_the_first_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE organisation SET default_member_id = NEW.id
  WHERE default_member_id IS NULL AND default_team_id = NEW.active_team_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Another team becomes the default one only with a member to hold on to.
CREATE OR REPLACE FUNCTION organisation_default_team_has_a_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.default_team_id IS DISTINCT FROM OLD.default_team_id THEN
    NEW.default_member_id :=
      (SELECT id FROM employees WHERE active_team_id = NEW.default_team_id ORDER BY id LIMIT 1 FOR KEY SHARE);
  END IF;
  IF OLD.default_member_id IS NOT NULL AND NEW.default_member_id IS NULL THEN
    RAISE EXCEPTION 'the default team has no active member' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'organisation_default_team_has_a_member', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- The address follows the customer in the transaction of a correction alone: that of the wrong customer would tell
-- them of somebody else's question. The row that says so is of this very transaction. Within a merge the customer
-- stays who they are, and so does the address.
CREATE OR REPLACE FUNCTION callbacks_follow_a_correction() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases c JOIN case_corrections x ON x.id = c.correction_id
      WHERE c.id = NEW.case_id AND x.merge_id IS NULL AND x.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'the promise was made to this address' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_promise_stands', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Who promises, promises only what they can keep: a place beyond what the team has agreed on does not exist.
CREATE OR REPLACE FUNCTION callbacks_hour_has_room() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.place > (SELECT a.callbacks_per_hour FROM cases c JOIN agreements a ON a.team_id = c.team_id
      WHERE c.id = NEW.case_id) THEN
    RAISE EXCEPTION 'the hour is full' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_hour_has_room', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The contact is not older than the promise that it keeps or moves (law 5): nobody heard of what was not yet
-- promised.
CREATE OR REPLACE FUNCTION callbacks_contact_is_younger() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id
      AND (recorded_at < NEW.made_at OR (opening AND recorded_at = NEW.made_at))) THEN
    RAISE EXCEPTION 'the contact is older than the promise' USING
      ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME,
      CONSTRAINT = CASE NEW.state WHEN 'kept' THEN 'callbacks_kept_is_spoken' ELSE 'callbacks_rescheduled_was_told' END;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Who speaks in the owner's name is the owner, or the stand-in while the absence lasts and they are still of one team
-- (law 11). PL/pgSQL keeps its plan: asked in SQL it was planned anew for each contact, which took a third of a
-- millisecond, and nearly always the employee is the owner.
CREATE OR REPLACE FUNCTION speaks_for(employee uuid, owner uuid, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN employee = owner OR EXISTS (SELECT FROM stand_ins p
    JOIN employees o ON o.id = p.owner_id
    JOIN employees s ON s.id = p.stand_in_id AND s.active_team_id = o.active_team_id
    WHERE p.owner_id = owner AND p.stand_in_id = employee AND p.from_at <= moment AND moment < p.until_at);
END $$;
--> statement-breakpoint
-- Looked up at the end of the statement, when a case that was opened together with the contact is there; a foreign
-- key would bind the contact to later owners as well. Nobody speaks where the case is about them.
CREATE OR REPLACE FUNCTION contacts_one_voice() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.employee_id IS NULL OR NOT speaks_for(NEW.employee_id, NEW.spoken_for, NEW.recorded_at)
      OR NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND owner_id = NEW.spoken_for
        AND about_employee_id IS DISTINCT FROM NEW.employee_id FOR KEY SHARE) THEN
    RAISE EXCEPTION 'only the owner speaks for the owner' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A try at reaching the customer is the owner's as well, and belongs to the promise that is open.
CREATE OR REPLACE FUNCTION callback_attempts_one_voice() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM callbacks WHERE id = NEW.callback_id
      AND speaks_for(NEW.employee_id, owner_id, NEW.recorded_at)
      AND (state = 'open' OR contact_id = NEW.contact_id)
      AND NOT EXISTS (SELECT FROM cases WHERE id = case_id AND about_employee_id = NEW.employee_id) FOR KEY SHARE) THEN
    RAISE EXCEPTION 'only the owner tries to keep an open callback' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
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
          OR EXISTS (SELECT FROM contacts WHERE case_id = NEW.case_id AND employee_id IS NOT NULL) THEN
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
-- The contact in which the customer heard it, or withdrew, is not older than any promise of the case.
CREATE OR REPLACE FUNCTION resolutions_contact_is_younger() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM contacts t JOIN callbacks b ON b.case_id = t.case_id AND b.made_at > t.recorded_at
      WHERE t.id = NEW.contact_id) THEN
    RAISE EXCEPTION 'the contact is older than the promise' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'resolutions_customer_was_told', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Nobody withdraws a question, or hears of another window, in a call that was missed.
CREATE OR REPLACE FUNCTION contacts_missed_prove_nothing() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id AND outcome = 'missed') THEN
    RAISE EXCEPTION 'in a missed call nobody says or hears anything' USING
      ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What ended a case once does not end it again.
CREATE OR REPLACE FUNCTION cases_end_anew() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM events WHERE case_id = NEW.id AND case_sequence <= OLD.version AND type = 'case.resolved'
      AND data ->> 'resolutionId' = NEW.resolution_id::text) THEN
    RAISE EXCEPTION 'this resolution ended the case before' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_resolved_has_its_resolution', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- The owner of an open case asks, or who stands in for them, and asks somebody else who works here; never whom the
-- case is about, nor who stands in for that employee. The case is held, so that it does not end meanwhile, and so is
-- the colleague, so that they do not leave.
CREATE OR REPLACE FUNCTION consultations_ask() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kase cases;
BEGIN
  IF NEW.state <> 'open' OR NEW.helpful IS NOT NULL OR NEW.overdue_told_at IS NOT NULL THEN
    RAISE EXCEPTION 'a consultation begins open' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'consultations_begin_open', TABLE = TG_TABLE_NAME;
  END IF;
  SELECT * INTO kase FROM cases WHERE id = NEW.case_id AND callback_id IS NOT NULL FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a colleague is asked about an open case' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'consultations_are_of_open_cases', TABLE = TG_TABLE_NAME;
  END IF;
  IF NOT speaks_for(NEW.asked_by_id, kase.owner_id, NEW.asked_at) OR kase.about_employee_id = NEW.asked_by_id THEN
    RAISE EXCEPTION 'the owner asks, or who stands in for them' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'consultations_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM employees WHERE id = NEW.consulted_id AND departed_at IS NULL AND id <> kase.owner_id
    AND id IS DISTINCT FROM kase.about_employee_id FOR SHARE;
  IF NOT FOUND OR EXISTS (SELECT FROM stand_ins
      WHERE owner_id = kase.about_employee_id AND stand_in_id = NEW.consulted_id
      AND from_at <= NEW.asked_at AND NEW.asked_at < until_at) THEN
    RAISE EXCEPTION 'a colleague is asked who is there and may know of it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'consultations_ask_a_colleague', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A case that has ended asks nobody anything. Deferred, since both end in one go.
CREATE OR REPLACE FUNCTION consultations_end_with_their_case() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM consultations x JOIN cases c ON c.id = x.case_id
      WHERE c.id = NEW.id AND c.callback_id IS NULL AND x.state = 'open') THEN
    RAISE EXCEPTION 'a case that has ended asks nobody anything' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'consultations_end_with_their_case', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Each absence and each stand-in is one row of attendance, by the same id.
CREATE OR REPLACE FUNCTION attendance_follows() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN DELETE FROM attendance WHERE id = OLD.id; END IF;
  IF TG_OP = 'DELETE' THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'absences' THEN
    INSERT INTO attendance (id, person_id, kind, from_at, until_at)
    VALUES (NEW.id, NEW.employee_id, 'absent', NEW.from_at, NEW.until_at);
  ELSE
    INSERT INTO attendance (id, person_id, kind, from_at, until_at)
    VALUES (NEW.id, NEW.stand_in_id, 'stands-in', NEW.from_at, NEW.until_at);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A stand-in lies within the absence, and is an active teammate when it begins. One that only ends sooner may be of
-- somebody who is a teammate no more.
CREATE OR REPLACE FUNCTION stand_ins_are_teammates() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE'
      AND (OLD.absence_id, OLD.owner_id, OLD.stand_in_id, OLD.from_at)
        = (NEW.absence_id, NEW.owner_id, NEW.stand_in_id, NEW.from_at)
      AND NEW.until_at <= OLD.until_at THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM absences
      WHERE id = NEW.absence_id AND from_at <= NEW.from_at AND NEW.until_at <= until_at) THEN
    RAISE EXCEPTION 'a stand-in acts within the absence' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'stand_ins_within_the_absence', TABLE = TG_TABLE_NAME;
  END IF;
  IF NOT EXISTS (SELECT FROM employees o JOIN employees s ON s.active_team_id = o.active_team_id
      WHERE o.id = NEW.owner_id AND s.id = NEW.stand_in_id) THEN
    RAISE EXCEPTION 'a stand-in is an active teammate' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'stand_ins_are_teammates', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Nor does an absence end from under its stand-ins.
CREATE OR REPLACE FUNCTION absences_hold_their_stand_ins() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM stand_ins s JOIN absences a ON a.id = s.absence_id
      WHERE a.id = NEW.id AND (s.from_at < a.from_at OR s.until_at > a.until_at)) THEN
    RAISE EXCEPTION 'a stand-in acts within the absence' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'stand_ins_within_the_absence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The customer asked for somebody else in a contact of this case, with another employee than the owner, and since the
-- owner owns it.
CREATE OR REPLACE FUNCTION successions_have_their_contact() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id AND case_id = NEW.case_id AND direction = 'inbound'
      AND employee_id IS NOT NULL AND employee_id <> NEW.from_owner_id
      AND recorded_at >= coalesce(
        (SELECT max(completed_at) FROM successions WHERE case_id = NEW.case_id AND id <> NEW.id), '-infinity')) THEN
    RAISE EXCEPTION 'the customer asked nobody else' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'successions_have_their_evidence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A departure is a fact: the owner has left when the transaction ends, or is away for more than 20 working days. The
-- service counts those by the calendar of the team; here it is known that they take longer than 20 days.
CREATE OR REPLACE FUNCTION successions_follow_a_departure() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM employees WHERE id = NEW.departure_of AND departed_at IS NOT NULL)
    AND NOT EXISTS (SELECT FROM absences WHERE employee_id = NEW.departure_of AND from_at <= NEW.requested_at
      AND NEW.requested_at < until_at AND until_at - from_at > interval '20 days') THEN
    RAISE EXCEPTION 'the owner has not left' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'successions_have_their_evidence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The history is never ahead of its case either: whoever appends an event says so in the case.
CREATE OR REPLACE FUNCTION events_are_the_cases() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND version >= NEW.case_sequence) THEN
    RAISE EXCEPTION 'the history is ahead of its case' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_change_is_in_the_history', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Contacts stay as they are, but for one thing: of a call that nobody seemed to answer it turns out that somebody
-- did, once, and by whom. It takes a call that is on record as answered, so no script can make one up from a try that
-- failed.
CREATE OR REPLACE FUNCTION contacts_are_history() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND ((OLD.direction = 'inbound' AND OLD.outcome = 'missed')
      OR (OLD.direction = 'outbound' AND OLD.outcome IN ('no-answer', 'busy')
        AND (OLD.employee_id, OLD.spoken_for) IS NOT DISTINCT FROM (NEW.employee_id, NEW.spoken_for)))
    AND NEW.outcome = 'reached'
    AND (OLD.id, OLD.case_id, OLD.direction, OLD.channel, OLD.summary, OLD.at, OLD.answered, OLD.opening,
        OLD.participants, OLD.recorded_by_kind, OLD.recorded_by_id, OLD.recorded_at)
      IS NOT DISTINCT FROM (NEW.id, NEW.case_id, NEW.direction, NEW.channel, NEW.summary, NEW.at, NEW.answered,
        NEW.opening, NEW.participants, NEW.recorded_by_kind, NEW.recorded_by_id, NEW.recorded_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'contacts are history' USING
    ERRCODE = 'check_violation', CONSTRAINT = 'contacts_are_history', TABLE = TG_TABLE_NAME;
END $$;
--> statement-breakpoint
-- Deferred, since the call and its contact are written by one statement.
CREATE OR REPLACE FUNCTION contacts_completed_by_a_call() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM calls WHERE contact_id = NEW.id AND answered) THEN
    RAISE EXCEPTION 'no call says that it was answered' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_are_history', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Who took part in a contact is an employee.
CREATE OR REPLACE FUNCTION contacts_participants_are_employees() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM jsonb_array_elements_text(NEW.participants) p
      WHERE NOT EXISTS (SELECT FROM employees WHERE id = p::uuid)) THEN
    RAISE EXCEPTION 'a participant is no employee' USING
      ERRCODE = 'foreign_key_violation', CONSTRAINT = 'contacts_participants_are_employees', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A merge stands exactly as long as its customer says so, and the way from merge to merge ends at somebody: rows are
-- locked on it, so that of two merges into each other one waits for the other and sees it.
CREATE OR REPLACE FUNCTION customer_merges_lead_to_somebody() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  merged uuid := to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'customers' THEN 'id' ELSE 'customer_id' END;
  next uuid := merged;
  way uuid[] := '{}';
BEGIN
  IF (SELECT c.merge_id FROM customers c WHERE c.id = merged)
      IS DISTINCT FROM (SELECT m.id FROM customer_merges m WHERE m.customer_id = merged AND m.reversed_at IS NULL) THEN
    RAISE EXCEPTION 'a merge stands with its customer' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'customer_merges_stand_with_their_customer', TABLE = TG_TABLE_NAME;
  END IF;
  WHILE next IS NOT NULL LOOP
    IF next = ANY(way) THEN
      RAISE EXCEPTION 'nobody stands for this customer' USING
        ERRCODE = 'check_violation', CONSTRAINT = 'customer_merges_lead_to_somebody', TABLE = TG_TABLE_NAME;
    END IF;
    way := way || next;
    PERFORM FROM customers WHERE id = next FOR KEY SHARE;
    next := (SELECT m.into_id FROM customers c JOIN customer_merges m ON m.id = c.merge_id WHERE c.id = next);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Who stands for this customer now: themselves, or whom they were merged into, however many merges later. Nobody for
-- a stranger.
CREATE OR REPLACE FUNCTION current_customer(customer uuid) RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE way AS (
    SELECT id, merge_id FROM customers WHERE id = customer
    UNION ALL
    SELECT c.id, c.merge_id FROM way w JOIN customer_merges m ON m.id = w.merge_id JOIN customers c ON c.id = m.into_id
  )
  SELECT id FROM way WHERE merge_id IS NULL
$$;
--> statement-breakpoint
-- Refuses whatever fired it, in the name of the constraint that it is given: the service answers by that name.
CREATE OR REPLACE FUNCTION refuse() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '%', replace(TG_ARGV[0], '_', ' ') USING
    ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
END $$;
--> statement-breakpoint
-- PostgreSQL takes `J.Jansen` for a host, `invoice/reminder` for a file and the `-03` of a date for a number below
-- zero. Apart they are words. A text is read as far as the service takes one.
CREATE OR REPLACE FUNCTION words_apart(given text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(
  CASE WHEN octet_length(given) = length(given) THEN left(given, 20000) ELSE normalize(left(given, 20000), NFKC) END,
  '/.-_@+<&’', '         ');
--> statement-breakpoint
-- The words of a text as they stand and by their stems, without their places: a third of the size.
CREATE OR REPLACE FUNCTION text_words(given text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  apart text := words_apart(given);
BEGIN
  RETURN strip(to_tsvector('plain_words', apart)) || strip(to_tsvector('dutch_words', apart))
    || strip(to_tsvector('english_words', apart));
END $$;
--> statement-breakpoint
-- A case about which books were written stays within what PostgreSQL takes (1 MB): later words are not found.
CREATE OR REPLACE FUNCTION add_words(words tsvector, more tsvector) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN more IS NULL OR pg_column_size(words || ''::tsvector) > 300000 THEN words ELSE words || more END;
--> statement-breakpoint
-- A customer's words: names in pieces, addresses and the numbers of other systems as they stand as well.
CREATE OR REPLACE FUNCTION customer_words(customer uuid, name text, email text, phone text) RETURNS tsvector
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT strip(to_tsvector('plain_words', words_apart(concat_ws(' ', name, phone, string_agg(r.external_id, ' ')))))
    || array_to_tsvector(array_remove(array_remove(
        array_agg(left(lower(r.external_id), 500))
        || array_agg(left(regexp_replace(lower(r.external_id), '[^[:alnum:]]', '', 'g'), 500))
        || left(lower(email), 500), NULL), ''))
  FROM (SELECT) one LEFT JOIN customer_references r ON r.customer_id = customer
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION customers_keep_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.search := customer_words(NEW.id, NEW.name, NEW.email, NEW.phone);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION customer_references_keep_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE customers SET search = customer_words(id, name, email, phone)
  WHERE id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.customer_id END,
    CASE WHEN TG_OP <> 'DELETE' THEN NEW.customer_id END);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The words that names are made of.
CREATE OR REPLACE FUNCTION words_of_name(name text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT word FROM unnest(tsvector_to_array(to_tsvector('plain_words', words_apart(name)))) word
  WHERE word ~ '^[^0-9]{2,50}$'
$$;
--> statement-breakpoint
-- A new word is written once; a word that nobody bears any more is not kept.
CREATE OR REPLACE FUNCTION customers_keep_name_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO name_words (word) SELECT word FROM words_of_name(NEW.name) word
  WHERE NOT EXISTS (SELECT FROM name_words k WHERE k.word = word.word) ORDER BY word ON CONFLICT DO NOTHING;
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM name_words n USING words_of_name(OLD.name) gone
    WHERE n.word = gone AND NOT EXISTS (SELECT FROM customers c
      WHERE c.search @@ ('''' || replace(gone, '''', '''''') || '''')::tsquery);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- All the words of a case. The team is among them, under a name that no word can have (it has a blank in it), so that
-- the index alone finds the cases of a team with a word.
CREATE OR REPLACE FUNCTION words_of_case(kase uuid) RETURNS tsvector
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT all_words(words) FROM (
    SELECT text_words(concat_ws(' ', c.subject, c.question, array_to_string(c.tags, ' '))) || u.search
      || array_to_tsvector(ARRAY[c.reference, 'team ' || c.team_id]) AS words
    FROM cases c JOIN customers u ON u.id = c.customer_id WHERE c.id = kase
    UNION ALL SELECT text_words(summary) FROM contacts WHERE case_id = kase AND summary IS NOT NULL
    UNION ALL SELECT text_words(text) FROM notes WHERE case_id = kase
    UNION ALL SELECT text_words(summary) FROM resolutions WHERE case_id = kase
    UNION ALL SELECT text_words(a.summary) FROM callbacks b JOIN callback_attempts a ON a.callback_id = b.id
      WHERE b.case_id = kase AND a.summary IS NOT NULL
  ) every
$$;
--> statement-breakpoint
-- Fires when the statement is done, and so knows the contact and the resolution that came with the case. The customer
-- is held meanwhile: a name that changes at the same moment would be missed by both.
CREATE OR REPLACE FUNCTION cases_keep_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM customers WHERE id = NEW.customer_id FOR SHARE;
    INSERT INTO case_words (case_id, words) VALUES (NEW.id, words_of_case(NEW.id));
  ELSE
    PERFORM FROM case_words WHERE case_id = NEW.id FOR UPDATE;
    UPDATE case_words SET words = words_of_case(NEW.id) WHERE case_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Locked first and read afterwards, so that no word is lost that is being written to one of the cases.
CREATE OR REPLACE FUNCTION customers_change_case_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM case_words WHERE case_id IN (SELECT id FROM cases WHERE customer_id = NEW.id)
  ORDER BY case_id FOR UPDATE;
  UPDATE case_words SET words = words_of_case(case_id)
  WHERE case_id IN (SELECT id FROM cases WHERE customer_id = NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What is said about a case adds its words; that there are none yet means that the case is just being opened, with
-- it.
CREATE OR REPLACE FUNCTION case_words_grow() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  said tsvector := text_words(to_jsonb(NEW) ->> TG_ARGV[0]);
BEGIN
  UPDATE case_words SET words = add_words(words, said) WHERE case_id = NEW.case_id AND words <> add_words(words, said);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION callback_attempts_grow_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  said tsvector := text_words(NEW.summary);
BEGIN
  UPDATE case_words SET words = add_words(words, said)
  WHERE case_id = (SELECT case_id FROM callbacks WHERE id = NEW.callback_id) AND words <> add_words(words, said);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A word as an operand of a query: nothing in it can be an operator.
CREATE OR REPLACE FUNCTION just(word text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN '''' || replace(replace(left(word, 200), '\', '\\'), '''', '''''') || '''';
--> statement-breakpoint
-- What a typed word finds: what begins with it and, where `forms` are asked for, the other forms of it in Dutch and
-- in English. Where the Dutch stemmer stops, spelling goes on: huis, huizen; betalen, betaald; verhuizen, verhuisd.
CREATE OR REPLACE FUNCTION forms_of(word text, forms boolean) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  dutch text;
  english text;
  shorter text;
  swapped text;
  prolonged text;
  isEnding boolean := word ~ '(en|ing)$';
BEGIN
  IF NOT forms OR word ~ '[0-9]' OR length(word) < 3 THEN RETURN just(word) || ':*'; END IF;
  dutch := (ts_lexize('dutch_stem', word))[1];
  english := (ts_lexize('english_stem', word))[1];
  IF word ~ '[^dt][dt]$' AND length(word) > 4 THEN shorter := (ts_lexize('dutch_stem', left(word, -1)))[1]; END IF;
  swapped := coalesce(shorter, dutch);
  swapped := CASE
    WHEN isEnding AND swapped ~ '[zv]$'
      THEN just(left(swapped, -1) || translate(right(swapped, 1), 'zv', 'sf')) || ':*'
    WHEN NOT isEnding AND swapped ~ '[sf]$'
      THEN just(left(swapped, -1) || translate(right(swapped, 1), 'sf', 'zv')) END;
  IF isEnding AND dutch ~ '[^aeiou][aeou][bcdfghklmnprt]$' THEN
    prolonged := just(left(dutch, -1) || right(left(dutch, -1), 1) || right(dutch, 1)) || ':*';
  END IF;
  RETURN concat_ws('|', just(word) || ':*', just(nullif(dutch, word)), just(nullif(nullif(english, word), dutch)),
    just(shorter), swapped, prolonged);
END $$;
--> statement-breakpoint
-- What was typed, as a query: every word must be found. One of its alternatives is enough: in `word|other|anot*` a
-- word as it was typed, this very one, and what begins like that. A loose query finds all forms of a word, and leaves
-- out the words that every text has (`de`, `the`) where there are others; names want neither. Null: there is nothing
-- to look for.
CREATE OR REPLACE FUNCTION search_query(typed text, loose boolean) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  word text;
  alternatives text[];
  pieces text[];
  one text;
  asked text[] := '{}';
  common text[] := '{}';
  every text;
BEGIN
  FOREACH word IN ARRAY regexp_split_to_array(lower(typed), '\s+') LOOP
    alternatives := string_to_array(word, '|');
    SELECT array_agg(lexeme ORDER BY positions[1]) INTO pieces
    FROM unnest(to_tsvector('plain_words', words_apart(alternatives[1])));
    CONTINUE WHEN pieces IS NULL;
    -- Of `C-104` the last piece may go on; what stands before a sign was typed to its end.
    SELECT string_agg(CASE WHEN n = cardinality(pieces) OR loose AND piece ~ '^[^0-9]{3}'
      THEN '(' || forms_of(piece, loose) || ')' ELSE just(piece) END, '&')
    INTO one FROM unnest(pieces) WITH ORDINALITY p (piece, n);
    IF alternatives[1] ~ '[-/._@+&]' THEN one := just(alternatives[1]) || ':*|(' || one || ')'; END IF;
    IF cardinality(alternatives) > 1 THEN
      SELECT one || coalesce('|' || string_agg(
        just(rtrim(other, '*')) || CASE WHEN other LIKE '%*' THEN ':*' ELSE '' END, '|'), '')
      INTO one FROM unnest(alternatives[2:]) other WHERE rtrim(other, '*') <> '';
    END IF;
    IF loose AND cardinality(pieces) = 1 AND pieces[1] NOT IN ('ben', 'don', 'will', 'wil')
      AND ('{}' IN (ts_lexize('dutch_stem', pieces[1]), ts_lexize('english_stem', pieces[1])))
    THEN common := common || one;
    ELSE asked := asked || one;
    END IF;
  END LOOP;
  every := '(' || array_to_string(CASE asked WHEN '{}' THEN common ELSE asked END, ')&(') || ')';
  RETURN nullif(every, '()')::tsquery;
END $$;
--> statement-breakpoint
-- The cases of a team: see words_of_case.
CREATE OR REPLACE FUNCTION of_team(team uuid) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ('''team ' || team || '''')::tsquery;
--> statement-breakpoint
-- Whether at least this share of the cases has the words, as PostgreSQL estimates it. Then reading the newest cases
-- one after the other finds a page of them sooner than the index of words does.
CREATE OR REPLACE FUNCTION words_are_common(asked tsquery, share float8) RETURNS boolean
LANGUAGE plpgsql STRICT SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM case_words WHERE words @@ %L::tsquery', asked) INTO plan;
  RETURN (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8
    > (SELECT reltuples * share FROM pg_class WHERE oid = 'case_words'::regclass);
END $$;
--> statement-breakpoint
-- The names that may have been meant by one that nobody bears: one mistake away, two for a long name; two letters
-- that changed places are one mistake.
CREATE OR REPLACE FUNCTION names_like(typed text) RETURNS TABLE (word text)
LANGUAGE sql STABLE STRICT SET search_path = pg_catalog, public, pg_temp AS $$
  WITH swapped AS MATERIALIZED (
    SELECT left(typed, n - 1) || substr(typed, n + 1, 1) || substr(typed, n, 1) || substr(typed, n + 2) AS word
    FROM generate_series(1, length(typed) - 1) n
  ), alike AS (
    SELECT n.word FROM name_words n WHERE n.word % typed
    UNION SELECT n.word FROM name_words n
    WHERE n.word ~>=~ left(typed, 2) AND n.word ~<=~ (left(typed, 2) || chr(1114109))
    UNION SELECT n.word FROM name_words n JOIN swapped s ON s.word = n.word
  ), measured AS (
    SELECT a.word, CASE
      WHEN a.word IN (SELECT s.word FROM swapped s) THEN 1
      WHEN abs(length(a.word) - length(typed)) <= 2 THEN levenshtein_less_equal(a.word, typed, 2)
      ELSE 9 END AS mistakes
    FROM alike a
  )
  SELECT m.word FROM measured m
  WHERE length(typed) BETWEEN 3 AND 50 AND m.mistakes <= CASE WHEN length(typed) < 6 THEN 1 ELSE 2 END
  ORDER BY m.mistakes, similarity(m.word, typed) DESC, m.word LIMIT 5
$$;

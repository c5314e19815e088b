-- What the tables of absence and succession cannot say of themselves: what may not overlap, who may speak for an owner,
-- and the one way in which a case gets another owner. The numbers are those of the laws in ARCHITECTURE.md.

-- Law 11. Absences of one employee, and stand-ins of one owner, follow each other; no stand-in is absent meanwhile.
-- Deferred, since falling ill while standing in changes both in one go.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_are_apart"
  EXCLUDE USING gist ("employee_id" WITH =, tstzrange("from_at", "until_at") WITH &&) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_one_at_a_time"
  EXCLUDE USING gist ("owner_id" WITH =, tstzrange("from_at", "until_at") WITH &&) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_is_one_thing"
  EXCLUDE USING gist ("person_id" WITH =, "kind" WITH <>, tstzrange("from_at", "until_at") WITH &&) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- Each absence and each stand-in is one row of attendance, by the same id.
CREATE FUNCTION attendance_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN DELETE FROM attendance WHERE id = OLD.id; END IF;
  IF TG_OP = 'DELETE' THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'absences' THEN
    INSERT INTO attendance (id, person_id, kind, from_at, until_at) VALUES (NEW.id, NEW.employee_id, 'absent', NEW.from_at, NEW.until_at);
  ELSE
    INSERT INTO attendance (id, person_id, kind, from_at, until_at) VALUES (NEW.id, NEW.stand_in_id, 'stands-in', NEW.from_at, NEW.until_at);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER absences_attend AFTER INSERT OR UPDATE OR DELETE ON "absences" FOR EACH ROW EXECUTE FUNCTION attendance_follows();
--> statement-breakpoint
CREATE TRIGGER stand_ins_attend AFTER INSERT OR UPDATE OR DELETE ON "stand_ins" FOR EACH ROW EXECUTE FUNCTION attendance_follows();
--> statement-breakpoint
-- Law 11. A stand-in lies within the absence, and is an active teammate when it begins. One that only ends sooner may
-- be of somebody who is a teammate no more.
CREATE FUNCTION stand_ins_are_teammates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.absence_id, OLD.owner_id, OLD.stand_in_id, OLD.from_at) = (NEW.absence_id, NEW.owner_id, NEW.stand_in_id, NEW.from_at)
      AND NEW.until_at <= OLD.until_at THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM absences WHERE id = NEW.absence_id AND from_at <= NEW.from_at AND NEW.until_at <= until_at) THEN
    RAISE EXCEPTION 'a stand-in acts within the absence' USING ERRCODE = 'check_violation', CONSTRAINT = 'stand_ins_within_the_absence', TABLE = TG_TABLE_NAME;
  END IF;
  IF NOT EXISTS (SELECT FROM employees o JOIN employees s ON s.active_team_id = o.active_team_id WHERE o.id = NEW.owner_id AND s.id = NEW.stand_in_id) THEN
    RAISE EXCEPTION 'a stand-in is an active teammate' USING ERRCODE = 'check_violation', CONSTRAINT = 'stand_ins_are_teammates', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER stand_ins_are_teammates AFTER INSERT OR UPDATE ON "stand_ins" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION stand_ins_are_teammates();
--> statement-breakpoint
-- Nor does an absence end from under its stand-ins.
CREATE FUNCTION absences_hold_their_stand_ins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM stand_ins s JOIN absences a ON a.id = s.absence_id
      WHERE a.id = NEW.id AND (s.from_at < a.from_at OR s.until_at > a.until_at)) THEN
    RAISE EXCEPTION 'a stand-in acts within the absence' USING ERRCODE = 'check_violation', CONSTRAINT = 'stand_ins_within_the_absence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER absences_hold_their_stand_ins AFTER UPDATE ON "absences" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION absences_hold_their_stand_ins();
--> statement-breakpoint

-- Laws 7 and 11. Who speaks in the owner's name is the owner, or the stand-in while the absence lasts and they are still
-- of one team; a stand-in never where the case is about them.
CREATE FUNCTION speaks_for(employee uuid, owner uuid, moment timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT employee = owner OR EXISTS (SELECT FROM stand_ins p
    JOIN employees o ON o.id = p.owner_id JOIN employees s ON s.id = p.stand_in_id AND s.active_team_id = o.active_team_id
    WHERE p.owner_id = owner AND p.stand_in_id = employee AND p.from_at <= moment AND moment < p.until_at)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION contacts_one_voice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.employee_id IS NULL OR NOT speaks_for(NEW.employee_id, NEW.spoken_for, NEW.recorded_at)
      OR NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND owner_id = NEW.spoken_for
        AND about_employee_id IS DISTINCT FROM NEW.employee_id FOR KEY SHARE) THEN
    RAISE EXCEPTION 'only the owner speaks for the owner' USING ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION callback_attempts_one_voice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM callbacks WHERE id = NEW.callback_id AND speaks_for(NEW.employee_id, owner_id, NEW.recorded_at)
      AND (state = 'open' OR contact_id = NEW.contact_id)
      AND NOT EXISTS (SELECT FROM cases WHERE id = case_id AND about_employee_id = NEW.employee_id) FOR KEY SHARE) THEN
    RAISE EXCEPTION 'only the owner tries to keep an open callback' USING ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint

-- Laws 2 and 12. A case gets another owner by a succession alone, which the same statement names: a completed one of
-- this case, from the owner whom it has to the one whom it gets. It is open then, or opened again, and open it stays in
-- its team. A succession is used once, and the history says so in the same transaction.
ALTER TABLE "cases" ADD CONSTRAINT "cases_succession_leads_to_the_owner"
  FOREIGN KEY ("id", "succession_id", "owner_id") REFERENCES "successions" ("case_id", "id", "to_owner_id") DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
DROP TRIGGER cases_owner_is_final ON "cases";
--> statement-breakpoint
CREATE TRIGGER cases_owner_is_final BEFORE UPDATE ON "cases" FOR EACH ROW
  WHEN ((OLD.owner_id IS DISTINCT FROM NEW.owner_id) <> (OLD.succession_id IS DISTINCT FROM NEW.succession_id)
    OR (OLD.owner_id IS DISTINCT FROM NEW.owner_id AND NEW.succession_id IS NULL))
  EXECUTE FUNCTION refuse('cases_owner_is_final');
--> statement-breakpoint
CREATE FUNCTION cases_succeed_by_a_fact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.callback_id IS NULL OR (OLD.callback_id IS NOT NULL AND OLD.team_id <> NEW.team_id)
    OR NOT EXISTS (SELECT FROM successions WHERE id = NEW.succession_id AND case_id = NEW.id
      AND from_owner_id = OLD.owner_id AND to_owner_id = NEW.owner_id AND completed_at IS NOT NULL
      AND confirmed_by_id IS DISTINCT FROM from_owner_id FOR KEY SHARE)
    OR (SELECT array_agg(case_sequence > OLD.version AND case_sequence <= NEW.version) FROM events WHERE case_id = NEW.id
      AND type = 'case.succeeded' AND data ->> 'successionId' = NEW.succession_id::text) IS DISTINCT FROM ARRAY[true] THEN
    RAISE EXCEPTION 'no succession leads there' USING ERRCODE = 'check_violation', CONSTRAINT = 'cases_owner_is_final', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER cases_succeed_by_a_fact AFTER UPDATE ON "cases" FOR EACH ROW
  WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id) EXECUTE FUNCTION cases_succeed_by_a_fact();
--> statement-breakpoint
-- A completed succession is history; one that waits can be completed, and nothing else about it changes.
CREATE TRIGGER successions_are_history BEFORE UPDATE ON "successions" FOR EACH ROW
  WHEN (OLD.completed_at IS NOT NULL OR (OLD.id, OLD.case_id, OLD.cause, OLD.from_owner_id, OLD.contact_id, OLD.departure_of, OLD.reported_by_id, OLD.requested_at)
    IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.cause, NEW.from_owner_id, NEW.contact_id, NEW.departure_of, NEW.reported_by_id, NEW.requested_at))
  EXECUTE FUNCTION refuse('successions_are_history');
--> statement-breakpoint
CREATE TRIGGER successions_stay BEFORE DELETE ON "successions" FOR EACH ROW EXECUTE FUNCTION refuse('successions_are_history');
--> statement-breakpoint
CREATE TRIGGER successions_stay_all BEFORE TRUNCATE ON "successions" EXECUTE FUNCTION refuse('successions_are_history');
--> statement-breakpoint
-- Law 12. The customer asked for somebody else in a contact of this case, with another employee than the owner, and
-- since the owner owns it.
CREATE FUNCTION successions_have_their_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id AND case_id = NEW.case_id AND direction = 'inbound'
      AND employee_id IS NOT NULL AND employee_id <> NEW.from_owner_id
      AND recorded_at >= coalesce((SELECT max(completed_at) FROM successions WHERE case_id = NEW.case_id AND id <> NEW.id), '-infinity')) THEN
    RAISE EXCEPTION 'the customer asked nobody else' USING ERRCODE = 'check_violation', CONSTRAINT = 'successions_have_their_evidence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER successions_have_their_contact AFTER INSERT ON "successions" FOR EACH ROW
  WHEN (NEW.cause = 'customerChoice') EXECUTE FUNCTION successions_have_their_contact();
--> statement-breakpoint
-- Law 12. A departure is a fact: the owner has left when the transaction ends, or is away for more than 20 working days.
-- The service counts those by the calendar of the team; here it is known that they take longer than 20 days.
CREATE FUNCTION successions_follow_a_departure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM employees WHERE id = NEW.departure_of AND departed_at IS NOT NULL)
    AND NOT EXISTS (SELECT FROM absences WHERE employee_id = NEW.departure_of AND from_at <= NEW.requested_at
      AND NEW.requested_at < until_at AND until_at - from_at > interval '20 days') THEN
    RAISE EXCEPTION 'the owner has not left' USING ERRCODE = 'check_violation', CONSTRAINT = 'successions_have_their_evidence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER successions_follow_a_departure AFTER INSERT ON "successions" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.cause = 'departure') EXECUTE FUNCTION successions_follow_a_departure();
--> statement-breakpoint

-- Who promises, promises only what they can keep: a place beyond what the team has agreed on does not exist.
CREATE FUNCTION callbacks_hour_has_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.place > (SELECT a.callbacks_per_hour FROM cases c JOIN agreements a ON a.team_id = c.team_id WHERE c.id = NEW.case_id) THEN
    RAISE EXCEPTION 'the hour is full' USING ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_hour_has_room', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER callbacks_hour_has_room AFTER INSERT ON "callbacks" FOR EACH ROW
  WHEN (NEW.place IS NOT NULL) EXECUTE FUNCTION callbacks_hour_has_room();
--> statement-breakpoint
-- What is told is told once, and the promise that is told of stays as it is.
CREATE TRIGGER callbacks_are_told_once BEFORE UPDATE ON "callbacks" FOR EACH ROW
  WHEN ((OLD.reminded_at IS NOT NULL AND OLD.reminded_at IS DISTINCT FROM NEW.reminded_at)
    OR (OLD.overdue_told_at IS NOT NULL AND OLD.overdue_told_at IS DISTINCT FROM NEW.overdue_told_at)
    OR OLD.yielded IS DISTINCT FROM NEW.yielded)
  EXECUTE FUNCTION refuse('callbacks_promise_stands');
--> statement-breakpoint
-- Every instance forgets who calls when an absence or a stand-in changes what they may do and see.
CREATE TRIGGER stand_ins_changed AFTER INSERT OR UPDATE OR DELETE ON "stand_ins" FOR EACH STATEMENT EXECUTE FUNCTION access_changed();

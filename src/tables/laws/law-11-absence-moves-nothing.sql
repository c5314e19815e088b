-- Law 11, absence moves nothing. A stand-in acts for the owner within the absence, and is there.

-- Absences of one employee, and stand-ins of one owner, follow each other; no stand-in is absent meanwhile. Deferred,
-- since falling ill while standing in changes both in one go.
ALTER TABLE absences ADD CONSTRAINT absences_are_apart
  EXCLUDE USING gist (employee_id WITH =, tstzrange(from_at, until_at) WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stand_ins ADD CONSTRAINT stand_ins_one_at_a_time
  EXCLUDE USING gist (owner_id WITH =, tstzrange(from_at, until_at) WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE attendance ADD CONSTRAINT attendance_is_one_thing
  EXCLUDE USING gist (person_id WITH =, kind WITH <>, tstzrange(from_at, until_at) WITH &&)
    DEFERRABLE INITIALLY DEFERRED;

-- Each absence and each stand-in is one row of attendance, by the same id, person and span, and nothing else is. Nobody edits
-- it by hand: a row of it that is no absence and no stand-in, or one that is missing, is refused.
ALTER TABLE attendance ADD CONSTRAINT attendance_is_an_absence
  FOREIGN KEY (absence_id, person_id, from_at, until_at) REFERENCES absences (id, employee_id, from_at, until_at)
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE attendance ADD CONSTRAINT attendance_is_a_stand_in
  FOREIGN KEY (part_id, person_id, from_at, until_at) REFERENCES stand_ins (id, stand_in_id, from_at, until_at)
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE absences ADD CONSTRAINT absences_are_attended
  FOREIGN KEY (id, employee_id, from_at, until_at) REFERENCES attendance (id, person_id, from_at, until_at)
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE stand_ins ADD CONSTRAINT stand_ins_are_attended
  FOREIGN KEY (id, stand_in_id, from_at, until_at) REFERENCES attendance (id, person_id, from_at, until_at)
    DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION attendance_follows() RETURNS trigger
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

CREATE TRIGGER absences_attend AFTER INSERT OR UPDATE OF id, employee_id, from_at, until_at OR DELETE ON absences
  FOR EACH ROW EXECUTE FUNCTION attendance_follows();
CREATE TRIGGER stand_ins_attend AFTER INSERT OR UPDATE OF id, stand_in_id, from_at, until_at OR DELETE ON stand_ins
  FOR EACH ROW EXECUTE FUNCTION attendance_follows();

-- A stand-in lies within the absence, of which it says the span, and between teammates, of whom it says the teams: these
-- foreign keys hold what it says true. An absence that is shortened tells its stand-ins, and `stand_ins_within_the_absence`,
-- a CHECK, refuses; who moves to another team tells theirs.
ALTER TABLE stand_ins ADD CONSTRAINT stand_ins_know_the_absence
  FOREIGN KEY (absence_id, owner_id, absence_from, absence_until) REFERENCES absences (id, employee_id, from_at, until_at)
    ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE stand_ins ADD CONSTRAINT stand_ins_know_the_owners_team
  FOREIGN KEY (owner_id, owner_team_id) REFERENCES employees (id, active_team_id) ON UPDATE CASCADE;
ALTER TABLE stand_ins ADD CONSTRAINT stand_ins_know_their_team
  FOREIGN KEY (stand_in_id, stand_in_team_id) REFERENCES employees (id, active_team_id) ON UPDATE CASCADE;

-- They say it as they begin: with the statement, which may bring the absence along.
CREATE FUNCTION stand_ins_begin_as_teammates() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE stand_ins p SET absence_from = a.from_at, absence_until = a.until_at,
    owner_team_id = o.active_team_id, stand_in_team_id = s.active_team_id
  FROM absences a, employees o, employees s
  WHERE p.id = NEW.id AND a.id = p.absence_id AND o.id = p.owner_id AND s.id = p.stand_in_id
    AND o.active_team_id = s.active_team_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a stand-in is an active teammate' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'stand_ins_are_teammates', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER stand_ins_begin_as_teammates AFTER INSERT ON stand_ins FOR EACH ROW
  EXECUTE FUNCTION stand_ins_begin_as_teammates();

-- What a stand-in is of, and who it is for and by, stays; no other span or team is made up for it. One that is for somebody
-- else is another one.
CREATE FUNCTION stand_ins_say_what_is_so() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (OLD.id, OLD.absence_id, OLD.owner_id, OLD.stand_in_id)
      IS DISTINCT FROM (NEW.id, NEW.absence_id, NEW.owner_id, NEW.stand_in_id)
    OR num_nulls(NEW.absence_from, NEW.absence_until) > 0
    OR (NEW.owner_team_id IS NULL AND EXISTS (SELECT FROM employees WHERE id = NEW.owner_id AND active_team_id = OLD.owner_team_id))
    OR (NEW.stand_in_team_id IS NULL
      AND EXISTS (SELECT FROM employees WHERE id = NEW.stand_in_id AND active_team_id = OLD.stand_in_team_id)) THEN
    RAISE EXCEPTION 'a stand-in says what is so' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'stand_ins_say_what_is_so', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stand_ins_say_what_is_so BEFORE UPDATE ON stand_ins FOR EACH ROW
  EXECUTE FUNCTION stand_ins_say_what_is_so();

-- Who leaves the team stands in no more, and nobody stands in for who leaves it: the rest of it ends first, or is removed.
-- What is past stays. Deferred, since two may move to another team together.
CREATE FUNCTION stand_ins_stay_teammates() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM stand_ins WHERE id = NEW.id AND owner_team_id = stand_in_team_id IS NOT TRUE
      AND until_at > now() + interval '5 minutes') THEN
    RAISE EXCEPTION 'a stand-in is an active teammate' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'stand_ins_are_teammates', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER stand_ins_stay_teammates_of_now AFTER UPDATE ON stand_ins DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.owner_team_id IS DISTINCT FROM NEW.stand_in_team_id)
    EXECUTE FUNCTION stand_ins_stay_teammates();

-- What somebody relied on stays: a stand-in who acted, and an absence for which a case passed on (law 12), are evidence. They
-- may end sooner, but not before that (`stand_ins_hold_what_was_done`, a CHECK, and its like).
CREATE TRIGGER stand_ins_are_evidence BEFORE UPDATE ON stand_ins FOR EACH ROW
  WHEN (OLD.relied_on_at IS NOT NULL
    AND (OLD.from_at <> NEW.from_at OR NEW.relied_on_at IS NULL OR NEW.relied_on_at < OLD.relied_on_at))
  EXECUTE FUNCTION refuse('stand_ins_hold_what_was_done');
CREATE TRIGGER stand_ins_stay BEFORE DELETE ON stand_ins FOR EACH ROW
  WHEN (OLD.relied_on_at IS NOT NULL) EXECUTE FUNCTION refuse('stand_ins_hold_what_was_done');
CREATE TRIGGER stand_ins_stay_all BEFORE TRUNCATE ON stand_ins EXECUTE FUNCTION refuse('stand_ins_hold_what_was_done');
CREATE TRIGGER absences_are_evidence BEFORE UPDATE ON absences FOR EACH ROW
  WHEN (OLD.relied_on_at IS NOT NULL
    AND ((OLD.id, OLD.employee_id, OLD.from_at) IS DISTINCT FROM (NEW.id, NEW.employee_id, NEW.from_at)
      OR NEW.relied_on_at IS NULL OR NEW.relied_on_at < OLD.relied_on_at))
  EXECUTE FUNCTION refuse('absences_hold_what_was_done');
CREATE TRIGGER absences_stay BEFORE DELETE ON absences FOR EACH ROW
  WHEN (OLD.relied_on_at IS NOT NULL) EXECUTE FUNCTION refuse('absences_hold_what_was_done');
CREATE TRIGGER absences_stay_all BEFORE TRUNCATE ON absences EXECUTE FUNCTION refuse('absences_hold_what_was_done');

-- That somebody relied on it is true: they acted in the owner's name at that moment, in this very transaction, and the history of a
-- case of the owner tells of it; or a case passed on then. Nobody keeps an absence for good by a moment that is made up. Deferred,
-- since some of it is asked before it is written.
CREATE FUNCTION stand_ins_are_relied_on() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who CONSTANT uuid := NEW.stand_in_id;
  acted CONSTANT timestamptz := NEW.relied_on_at;
BEGIN
  IF NOT EXISTS (SELECT FROM (SELECT DISTINCT case_id AS id FROM events WHERE tx = pg_current_xact_id()) c
      WHERE (EXISTS (SELECT FROM cases WHERE id = c.id AND owner_id = NEW.owner_id)
        OR EXISTS (SELECT FROM successions WHERE case_id = c.id AND from_owner_id = NEW.owner_id))
      AND (EXISTS (SELECT FROM contacts WHERE case_id = c.id AND employee_id = who AND recorded_at = acted)
        OR EXISTS (SELECT FROM callbacks b JOIN callback_attempts a ON a.callback_id = b.id
          WHERE b.case_id = c.id AND a.employee_id = who AND a.recorded_at = acted)
        OR EXISTS (SELECT FROM resolutions WHERE case_id = c.id AND resolved_by_id = who AND at = acted)
        OR EXISTS (SELECT FROM consultations WHERE case_id = c.id AND asked_by_id = who AND asked_at = acted)
        OR EXISTS (SELECT FROM successions WHERE case_id = c.id AND reported_by_id = who AND requested_at = acted)
        OR EXISTS (SELECT FROM asks WHERE case_id = c.id AND asked_by_id = who AND asked_at = acted)
        OR EXISTS (SELECT FROM gestures WHERE case_id = c.id
          AND ((granted_by_id = who AND granted_at = acted) OR (withdrawn_by_id = who AND ended_at = acted)))
        OR EXISTS (SELECT FROM deviations WHERE case_id = c.id AND employee_id = who AND at = acted))) THEN
    RAISE EXCEPTION 'nobody relied on it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'stand_ins_are_relied_on', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER stand_ins_are_relied_on AFTER UPDATE ON stand_ins DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.relied_on_at IS DISTINCT FROM OLD.relied_on_at) EXECUTE FUNCTION stand_ins_are_relied_on();
CREATE CONSTRAINT TRIGGER stand_ins_begin_relied_on AFTER INSERT ON stand_ins DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.relied_on_at IS NOT NULL) EXECUTE FUNCTION stand_ins_are_relied_on();

CREATE FUNCTION absences_are_relied_on() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM successions WHERE from_owner_id = NEW.employee_id AND departure_of = NEW.employee_id
      AND requested_at = NEW.relied_on_at) THEN
    RAISE EXCEPTION 'nobody relied on it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'absences_are_relied_on', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER absences_are_relied_on AFTER UPDATE ON absences DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.relied_on_at IS DISTINCT FROM OLD.relied_on_at) EXECUTE FUNCTION absences_are_relied_on();
CREATE CONSTRAINT TRIGGER absences_begin_relied_on AFTER INSERT ON absences DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.relied_on_at IS NOT NULL) EXECUTE FUNCTION absences_are_relied_on();

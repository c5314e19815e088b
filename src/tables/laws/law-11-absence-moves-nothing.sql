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

-- Each absence and each stand-in is one row of attendance, by the same id.
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

CREATE TRIGGER absences_attend AFTER INSERT OR UPDATE OR DELETE ON absences FOR EACH ROW
  EXECUTE FUNCTION attendance_follows();
CREATE TRIGGER stand_ins_attend AFTER INSERT OR UPDATE OR DELETE ON stand_ins FOR EACH ROW
  EXECUTE FUNCTION attendance_follows();

-- A stand-in lies within the absence, and is an active teammate when it begins. One that only ends sooner may be of
-- somebody who is a teammate no more.
CREATE FUNCTION stand_ins_are_teammates() RETURNS trigger
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

CREATE CONSTRAINT TRIGGER stand_ins_are_teammates AFTER INSERT OR UPDATE ON stand_ins DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION stand_ins_are_teammates();

-- Nor does an absence end from under its stand-ins.
CREATE FUNCTION absences_hold_their_stand_ins() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM stand_ins s JOIN absences a ON a.id = s.absence_id
      WHERE a.id = NEW.id AND (s.from_at < a.from_at OR s.until_at > a.until_at)) THEN
    RAISE EXCEPTION 'a stand-in acts within the absence' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'stand_ins_within_the_absence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER absences_hold_their_stand_ins AFTER UPDATE ON absences DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION absences_hold_their_stand_ins();

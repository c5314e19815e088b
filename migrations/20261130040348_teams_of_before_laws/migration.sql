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
  IF NOT FOUND OR kase.team_id <> NEW.own_team_id THEN
    RAISE EXCEPTION 'a colleague is asked about an open case, in the name of its team' USING
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
-- Whether it was another team's before stays known: by it is found what stands under that team and is this one's now.
CREATE FUNCTION cases_know_that_they_moved() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.changed_team := OLD.changed_team OR OLD.team_id <> NEW.team_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_know_that_they_moved BEFORE UPDATE ON cases FOR EACH ROW
  WHEN (OLD.team_id <> NEW.team_id OR OLD.changed_team <> NEW.changed_team)
  EXECUTE FUNCTION cases_know_that_they_moved();

-- Law 3, intake never fails. The default team always has an active member, so there always is an owner.

-- The organisation holds on to one active member of its default team, from the first one on: that member cannot
-- leave.
ALTER TABLE organisation ADD CONSTRAINT organisation_default_team_has_a_member
  FOREIGN KEY (default_member_id, default_team_id) REFERENCES employees (id, active_team_id)
    DEFERRABLE INITIALLY IMMEDIATE;

-- Who leaves passes the hold on to a teammate where there is one, so that the refusal is for the last of them.
CREATE FUNCTION organisation_hold_another_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE organisation o SET default_member_id = mate.id
  FROM (SELECT e.id, e.active_team_id FROM employees e JOIN organisation ON e.active_team_id = default_team_id
        WHERE e.id <> OLD.id ORDER BY e.id LIMIT 1 FOR KEY SHARE OF e) mate
  WHERE o.default_member_id = OLD.id AND o.default_team_id = mate.active_team_id;
  RETURN NEW;
END $$;

CREATE TRIGGER employees_pass_the_hold_on BEFORE UPDATE OF team_id, departed_at ON employees FOR EACH ROW
  WHEN (OLD.team_id IS DISTINCT FROM NEW.team_id OR (OLD.departed_at IS NULL AND NEW.departed_at IS NOT NULL))
  EXECUTE FUNCTION organisation_hold_another_member();

-- The first member of the default team is held at once.
CREATE FUNCTION organisation_hold_the_first_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE organisation SET default_member_id = NEW.id
  WHERE default_member_id IS NULL AND default_team_id = NEW.active_team_id;
  RETURN NULL;
END $$;

CREATE TRIGGER employees_first_member_is_held AFTER INSERT OR UPDATE OF team_id, departed_at ON employees FOR EACH ROW
  WHEN (NEW.active_team_id IS NOT NULL) EXECUTE FUNCTION organisation_hold_the_first_member();

-- Another team becomes the default one only with a member to hold on to.
CREATE FUNCTION organisation_default_team_has_a_member() RETURNS trigger
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

CREATE TRIGGER organisation_default_team_has_a_member BEFORE UPDATE ON organisation FOR EACH ROW
  EXECUTE FUNCTION organisation_default_team_has_a_member();

-- A team has agreed on something from its first day on: by that it promises, and without it no question of its customers could be taken.
ALTER TABLE teams ADD CONSTRAINT teams_have_agreements FOREIGN KEY (id) REFERENCES agreements (team_id) DEFERRABLE INITIALLY DEFERRED;

-- Whoever takes a question owns it: an active member of a team does, unless it is a complaint about them, or about whom they
-- stand in for. What an outreach opens is nobody's who took it, where it did: that is looked at last, since its customer has the case
-- only then. And intake never fails, so it is not asked of whoever comes to a team at that moment, or is leaving: by a transaction of
-- before, and not by the one that opens the case.
CREATE FUNCTION cases_are_owned_by_who_takes_them() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.origin = 'outreach' THEN
    IF EXISTS (SELECT FROM outreach_customers WHERE case_id = NEW.id) THEN RETURN NEW; END IF;
  END IF;
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

CREATE TRIGGER cases_are_owned_by_who_takes_them BEFORE INSERT ON cases FOR EACH ROW
  WHEN (NEW.opened_by_kind = 'employee' AND NEW.opened_by_id <> NEW.owner_id AND NEW.origin <> 'outreach')
  EXECUTE FUNCTION cases_are_owned_by_who_takes_them();
CREATE CONSTRAINT TRIGGER cases_of_an_outreach_are_opened_by_it AFTER INSERT ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.opened_by_kind = 'employee' AND NEW.opened_by_id <> NEW.owner_id AND NEW.origin = 'outreach')
  EXECUTE FUNCTION cases_are_owned_by_who_takes_them();

-- The organisation stays, and so do its employees: what they did is on record under their id.
CREATE TRIGGER organisation_stays BEFORE DELETE ON organisation FOR EACH ROW
  EXECUTE FUNCTION refuse('organisation_is_one');
CREATE TRIGGER organisation_stays_all BEFORE TRUNCATE ON organisation EXECUTE FUNCTION refuse('organisation_is_one');
CREATE TRIGGER employees_stay_who_they_are BEFORE UPDATE ON employees FOR EACH ROW
  WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION refuse('employees_stay');
CREATE TRIGGER employees_stay BEFORE DELETE ON employees FOR EACH ROW EXECUTE FUNCTION refuse('employees_stay');

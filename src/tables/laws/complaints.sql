-- A case about an employee is invisible to them, and to who stands in for them; only its owner sees it all the same, since the
-- promise in it is theirs. So neither does anything on it.
CREATE FUNCTION is_hidden_from(employee uuid, about uuid, owner uuid, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF about IS NULL OR employee IS NULL OR employee = owner THEN RETURN false; END IF;
  RETURN employee = about OR EXISTS (SELECT FROM stand_ins
    WHERE owner_id = about AND stand_in_id = employee AND from_at <= moment AND moment < until_at);
END $$;

-- What gives, asks, bends, consults, speaks, ends or confirms asks for this by itself. The rest of what names who did it is here.
CREATE FUNCTION cases_are_hidden_from_whom_they_concern() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  row CONSTANT jsonb := to_jsonb(NEW);
  who CONSTANT uuid := coalesce(row ->> TG_ARGV[0], (SELECT author_id::text FROM ideas WHERE id::text = row ->> 'idea_id'));
BEGIN
  IF EXISTS (SELECT FROM cases WHERE id = NEW.case_id
      AND is_hidden_from(who, about_employee_id, owner_id, coalesce(row ->> TG_ARGV[1], now()::text)::timestamptz)) THEN
    RAISE EXCEPTION 'nobody acts on what is hidden from them' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_are_hidden_from_whom_they_concern', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER notes_are_by_who_may_know AFTER INSERT ON notes FOR EACH ROW
  WHEN (NEW.author_kind = 'employee') EXECUTE FUNCTION cases_are_hidden_from_whom_they_concern('author_id', 'at');
CREATE TRIGGER case_corrections_are_by_who_may_know AFTER INSERT ON case_corrections FOR EACH ROW
  WHEN (NEW.corrected_by_kind = 'employee' AND NEW.merge_id IS NULL)
  EXECUTE FUNCTION cases_are_hidden_from_whom_they_concern('corrected_by_id', 'at');
CREATE TRIGGER consultations_are_answered_by_who_may_know AFTER UPDATE ON consultations FOR EACH ROW
  WHEN (OLD.state = 'open' AND NEW.state IN ('answered', 'declined'))
  EXECUTE FUNCTION cases_are_hidden_from_whom_they_concern('consulted_id', 'closed_at');
CREATE TRIGGER idea_cases_are_known_to_its_author AFTER INSERT ON idea_cases FOR EACH ROW
  EXECUTE FUNCTION cases_are_hidden_from_whom_they_concern('', '');

-- Who recorded a contact is asked by the case that it changes, so that no contact of another case is looked at once more: those
-- that are told of in this change are there, and nobody recorded one, or spoke in it, whom it is hidden from. Deferred, since they may be written
-- after it.
CREATE FUNCTION contacts_are_recorded_by_who_may_know() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM events e LEFT JOIN contacts t ON t.id = e.about_id
      WHERE e.case_id = NEW.id AND e.case_sequence > OLD.version AND e.type = 'contact.recorded'
        AND (t.id IS NULL OR is_hidden_from(t.recorded_by_id, NEW.about_employee_id, OLD.owner_id, t.recorded_at)
          OR is_hidden_from(t.employee_id, NEW.about_employee_id, OLD.owner_id, t.recorded_at))) THEN
    RAISE EXCEPTION 'nobody acts on what is hidden from them' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_are_hidden_from_whom_they_concern', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER contacts_are_recorded_by_who_may_know AFTER UPDATE ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.about_employee_id IS NOT NULL AND OLD.version <> NEW.version)
  EXECUTE FUNCTION contacts_are_recorded_by_who_may_know();

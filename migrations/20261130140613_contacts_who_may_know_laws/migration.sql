-- Who recorded a contact is asked by the case that it changes, so that no contact of another case is looked at once more: those
-- that are told of in this change are there, and nobody recorded one whom it is hidden from. Deferred, since they may be written
-- after it.
CREATE OR REPLACE FUNCTION contacts_are_recorded_by_who_may_know() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM events e LEFT JOIN contacts t ON t.id = e.about_id
      WHERE e.case_id = NEW.id AND e.case_sequence > OLD.version AND e.type = 'contact.recorded'
        AND (t.id IS NULL OR is_hidden_from(t.recorded_by_id, NEW.about_employee_id, OLD.owner_id, t.recorded_at))) THEN
    RAISE EXCEPTION 'nobody acts on what is hidden from them' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_are_hidden_from_whom_they_concern', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

-- One that reached the customer is the owner's as well, was the one contact by which the promise ended, by whoever tried, and is
-- counted, as those in vain are (law 5). The tries are read once for all of it. Deferred, since it may be counted after it is written.
CREATE OR REPLACE FUNCTION callback_attempts_reach_by_one_voice() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  made integer;
  counted integer;
BEGIN
  SELECT count(*) FILTER (WHERE a.outcome = 'reached' OR a.contact_id IS NULL
      OR NOT EXISTS (SELECT FROM contacts t WHERE t.id = a.contact_id AND t.moment = 'owner-reached'))
  INTO made FROM callback_attempts a WHERE a.callback_id = NEW.callback_id;
  SELECT attempts INTO counted FROM callbacks WHERE id = NEW.callback_id
    AND speaks_for(NEW.employee_id, owner_id, NEW.recorded_at)
    AND contact_id = NEW.contact_id
    AND EXISTS (SELECT FROM contacts t WHERE t.id = NEW.contact_id AND t.employee_id = NEW.employee_id)
    AND NOT EXISTS (SELECT FROM cases c WHERE c.id = case_id
      AND is_hidden_from(NEW.employee_id, about_employee_id, c.owner_id, NEW.recorded_at)) FOR KEY SHARE;
  IF counted IS NULL THEN
    RAISE EXCEPTION 'only the owner tries to keep an open callback' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  IF counted <> made THEN
    RAISE EXCEPTION 'the tries on record are others' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_count_their_tries', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

-- Law 6, kept is spoken. That the owner and the customer spoke is `callbacks_kept_is_spoken`, a CHECK on what the
-- contact proves, by the foreign key `callbacks_contact_was_that_moment`. Here stands what takes a look at other
-- rows.

-- A contact keeps one callback.
CREATE UNIQUE INDEX callbacks_kept_by_one_contact ON callbacks (contact_id) WHERE state = 'kept';

-- The contact is not older than the promise that it keeps or moves (law 5): nobody heard of what was not yet
-- promised.
CREATE FUNCTION callbacks_contact_is_younger() RETURNS trigger
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

CREATE CONSTRAINT TRIGGER callbacks_contact_is_younger AFTER UPDATE ON callbacks FOR EACH ROW
  WHEN (OLD.contact_id IS NULL AND NEW.contact_id IS NOT NULL) EXECUTE FUNCTION callbacks_contact_is_younger();

-- A missed call is a contact with nobody: nobody heard the customer. NOT VALID, since contacts from before were not
-- read when it came.
ALTER TABLE contacts ADD CONSTRAINT contacts_missed_by_everybody
  CHECK (outcome <> 'missed' OR (direction = 'inbound' AND employee_id IS NULL AND spoken_for IS NULL AND NOT answered))
  NOT VALID;

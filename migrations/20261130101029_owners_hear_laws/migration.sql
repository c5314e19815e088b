-- A customer who contacts us while a promise is open chases it, and its owner hears of that: not one who speaks with them, says
-- thanks, or chooses another window by themselves. Deferred, since the promise may end in it.
CREATE OR REPLACE FUNCTION contacts_chase_the_promise() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.chose_from IS NOT NULL
    OR EXISTS (SELECT FROM events WHERE about_id = NEW.id AND type = 'case.chased' AND case_id = NEW.case_id) THEN
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM callbacks WHERE case_id = NEW.case_id AND state = 'open' AND made_at <= NEW.at) THEN
    RAISE EXCEPTION 'the owner hears of it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_chase_the_promise', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

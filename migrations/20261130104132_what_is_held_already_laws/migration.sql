-- A customer who contacts us while a promise is open chases it, and its owner hears of that: not one who speaks with them, says
-- thanks, or chooses another window by themselves. Deferred, since the promise may end in it. An event that tells of a contact is of
-- its case (law 15).
CREATE OR REPLACE FUNCTION contacts_chase_the_promise() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.chose_from IS NOT NULL
    OR EXISTS (SELECT FROM events WHERE about_id = NEW.id AND type = 'case.chased') THEN
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM callbacks WHERE case_id = NEW.case_id AND state = 'open' AND made_at <= NEW.at) THEN
    RAISE EXCEPTION 'the owner hears of it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_chase_the_promise', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Nobody is left in peace for a week by an outreach that told them nothing: it has opened a case of theirs, as only whom it
-- informs has one. Deferred, since all of it is written at once.
CREATE OR REPLACE FUNCTION disturbances_are_by_an_outreach() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases c JOIN outreach_customers x ON x.case_id = c.id
      WHERE c.customer_id = NEW.customer_id AND x.outreach_id = NEW.outreach_id) THEN
    RAISE EXCEPTION 'the outreach told them nothing' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'disturbances_are_by_an_outreach', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

-- Law 7, one voice. Only the owner contacts the customer, or who stands in for them.

-- Who speaks in the owner's name is the owner, or the stand-in while the absence lasts and they are still of one team
-- (law 11). That somebody acted so is kept with the stand-in: whoever shortens or removes it meanwhile waits, and it holds
-- what was done. PL/pgSQL keeps its plan, and nearly always the employee is the owner.
CREATE FUNCTION speaks_for(employee uuid, owner uuid, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF employee = owner THEN RETURN true; END IF;
  UPDATE stand_ins SET relied_on_at = greatest(relied_on_at, moment)
  WHERE owner_id = owner AND stand_in_id = employee AND from_at <= moment AND moment < until_at
    AND owner_team_id = stand_in_team_id;
  RETURN FOUND;
END $$;

-- Looked up at the end of the statement, when a case that was opened together with the contact is there; a foreign
-- key would bind the contact to later owners as well. Nobody speaks where the case is about them.
CREATE FUNCTION contacts_one_voice() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.employee_id IS NULL OR NOT speaks_for(NEW.employee_id, NEW.spoken_for, NEW.recorded_at)
      OR NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND owner_id = NEW.spoken_for
        AND about_employee_id IS DISTINCT FROM NEW.employee_id
        AND (about_employee_id IS NULL OR TG_OP = 'UPDATE'
          OR NOT is_hidden_from(NEW.employee_id, about_employee_id, owner_id, NEW.recorded_at)) FOR KEY SHARE) THEN
    RAISE EXCEPTION 'only the owner speaks for the owner' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER contacts_one_voice_now AFTER INSERT ON contacts FOR EACH ROW
  WHEN (NEW.spoken_for IS NOT NULL) EXECUTE FUNCTION contacts_one_voice();

-- Whoever turns out to have spoken in the owner's name is the owner as well.
CREATE CONSTRAINT TRIGGER contacts_one_voice_after_all AFTER UPDATE ON contacts FOR EACH ROW
  WHEN (NEW.spoken_for IS NOT NULL AND OLD.spoken_for IS DISTINCT FROM NEW.spoken_for)
    EXECUTE FUNCTION contacts_one_voice();

-- A try at reaching the customer is the owner's as well, and belongs to the promise that is open. One that was a contact was
-- one of this case, by whoever tried.
CREATE FUNCTION callback_attempts_one_voice() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM callbacks WHERE id = NEW.callback_id
      AND speaks_for(NEW.employee_id, owner_id, NEW.recorded_at)
      AND (state = 'open' OR contact_id = NEW.contact_id)
      AND (NEW.contact_id IS NULL OR EXISTS (SELECT FROM contacts t
        WHERE t.id = NEW.contact_id AND t.case_id = callbacks.case_id AND t.employee_id = NEW.employee_id))
      AND NOT EXISTS (SELECT FROM cases c WHERE c.id = case_id
        AND is_hidden_from(NEW.employee_id, about_employee_id, c.owner_id, NEW.recorded_at)) FOR KEY SHARE) THEN
    RAISE EXCEPTION 'only the owner tries to keep an open callback' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER callback_attempts_one_voice AFTER INSERT ON callback_attempts FOR EACH ROW
  WHEN (NEW.outcome <> 'reached') EXECUTE FUNCTION callback_attempts_one_voice();

-- One that reached the customer is the owner's as well, was the one contact by which the promise ended, by whoever tried, and is
-- counted, as those in vain are (law 5). The tries are read once for all of it. Deferred, since it may be counted after it is written.
CREATE FUNCTION callback_attempts_reach_by_one_voice() RETURNS trigger
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

CREATE CONSTRAINT TRIGGER callback_attempts_reach_by_one_voice AFTER INSERT ON callback_attempts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.outcome = 'reached') EXECUTE FUNCTION callback_attempts_reach_by_one_voice();

-- A customer who contacts us while a promise is open chases it, and its owner hears of that: not one who speaks with them, says
-- thanks, or chooses another window by themselves. Deferred, since the promise may end in it. An event that tells of a contact is of
-- its case (law 15).
CREATE FUNCTION contacts_chase_the_promise() RETURNS trigger
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

CREATE CONSTRAINT TRIGGER contacts_chase_the_promise AFTER INSERT ON contacts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.direction = 'inbound' AND NOT (NEW.opening OR NEW.thanks) AND NEW.moment <> 'customer-called-owner')
  EXECUTE FUNCTION contacts_chase_the_promise();

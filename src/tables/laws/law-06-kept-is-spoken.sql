-- Law 6, kept is spoken. That the owner and the customer spoke is `callbacks_kept_is_spoken`, a CHECK on what the
-- contact proves, by the foreign key `callbacks_contact_was_that_moment`. Here stands what takes a look at other
-- rows.

-- A contact keeps one callback.
CREATE UNIQUE INDEX callbacks_kept_by_one_contact ON callbacks (contact_id) WHERE state = 'kept';

-- Whether somebody was the owner of a case at a moment, or stood in for whoever was (laws 7 and 11). `owner` is who owns it now:
-- the next succession tells who owned it before.
CREATE FUNCTION was_voice(kase uuid, employee uuid, owner uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT employee = held.id OR EXISTS (SELECT FROM stand_ins p WHERE p.owner_id = held.id AND p.stand_in_id = employee
    AND p.from_at <= moment AND moment < p.until_at)
  FROM (SELECT coalesce((SELECT s.from_owner_id FROM successions s WHERE s.case_id = kase AND s.completed_at > moment
    ORDER BY s.completed_at, s.id LIMIT 1), owner) AS id) held
$$;

-- The contact is not older than the promise that it keeps or moves (law 5), neither when it was nor when it was
-- recorded: nobody heard of what was not yet promised. It is the owner's, and not that of an owner of before, nor that of who
-- became the owner or stood in only later. It kept the promise when it was, not earlier: that would mend a broken one. A
-- clock that runs ahead, by which it is still to come, keeps nothing before it is told of. The one that opened the case came before
-- what was promised then; so none that is said to have is younger.
CREATE FUNCTION callbacks_contact_is_younger() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id
      AND (recorded_at < NEW.made_at OR at < NEW.made_at OR opening
        OR spoken_for <> NEW.owner_id
        OR (at < recorded_at AND (NEW.state = 'kept' OR direction = 'outbound')
          AND NOT was_voice(case_id, employee_id, spoken_for, at))
        OR (NEW.state = 'kept' AND NEW.closed_at < least(at, recorded_at)))) THEN
    RAISE EXCEPTION 'the contact is older than the promise' USING
      ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME,
      CONSTRAINT = CASE NEW.state WHEN 'kept' THEN 'callbacks_kept_is_spoken' ELSE 'callbacks_rescheduled_was_told' END;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER callbacks_contact_is_younger AFTER UPDATE ON callbacks FOR EACH ROW
  WHEN (OLD.contact_id IS NULL AND NEW.contact_id IS NOT NULL) EXECUTE FUNCTION callbacks_contact_is_younger();

-- A try is one at keeping the promise: none that was before it.
CREATE FUNCTION callback_attempts_follow_the_promise() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM callbacks WHERE id = NEW.callback_id AND made_at > NEW.at) THEN
    RAISE EXCEPTION 'the try is older than the promise' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callback_attempts_follow_the_promise', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER callback_attempts_follow_the_promise AFTER INSERT ON callback_attempts FOR EACH ROW
  EXECUTE FUNCTION callback_attempts_follow_the_promise();

-- A missed call is a contact with nobody: nobody heard the customer.
ALTER TABLE contacts ADD CONSTRAINT contacts_missed_by_everybody
  CHECK (outcome <> 'missed' OR (direction = 'inbound' AND employee_id IS NULL AND spoken_for IS NULL AND NOT answered));

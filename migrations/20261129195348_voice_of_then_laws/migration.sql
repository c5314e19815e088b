-- Whether somebody was the owner of a case at a moment, or stood in for whoever was (laws 7 and 11). `owner` is who owns it now:
-- the next succession tells who owned it before.
CREATE FUNCTION was_voice(kase uuid, employee uuid, owner uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT employee = held.id OR EXISTS (SELECT FROM stand_ins p WHERE p.owner_id = held.id AND p.stand_in_id = employee
    AND p.from_at <= moment AND moment < p.until_at)
  FROM (SELECT coalesce((SELECT s.from_owner_id FROM successions s WHERE s.case_id = kase AND s.completed_at > moment
    ORDER BY s.completed_at, s.id LIMIT 1), owner) AS id) held
$$;
--> statement-breakpoint
-- The contact is not older than the promise that it keeps or moves (law 5), neither when it was nor when it was
-- recorded: nobody heard of what was not yet promised. It is the owner's, and not that of an owner of before, nor that of who
-- became the owner or stood in only later. It kept the promise when it was, not earlier: that would mend a broken one. A
-- clock that runs ahead, by which it is still to come, keeps nothing before it is told of.
CREATE OR REPLACE FUNCTION callbacks_contact_is_younger() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id
      AND (recorded_at < NEW.made_at OR at < NEW.made_at OR (opening AND recorded_at = NEW.made_at)
        OR spoken_for <> NEW.owner_id
        OR (at < recorded_at AND NOT opening AND (NEW.state = 'kept' OR direction = 'outbound')
          AND NOT was_voice(case_id, employee_id, spoken_for, at))
        OR (NEW.state = 'kept' AND NEW.closed_at < least(at, recorded_at)))) THEN
    RAISE EXCEPTION 'the contact is older than the promise' USING
      ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME,
      CONSTRAINT = CASE NEW.state WHEN 'kept' THEN 'callbacks_kept_is_spoken' ELSE 'callbacks_rescheduled_was_told' END;
  END IF;
  RETURN NULL;
END $$;

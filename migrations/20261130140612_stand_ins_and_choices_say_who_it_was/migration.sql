-- What a stand-in is of, and who it is for and by, stays; no other span or team is made up for it. One that is for somebody
-- else is another one.
CREATE OR REPLACE FUNCTION stand_ins_say_what_is_so() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (OLD.id, OLD.absence_id, OLD.owner_id, OLD.stand_in_id)
      IS DISTINCT FROM (NEW.id, NEW.absence_id, NEW.owner_id, NEW.stand_in_id)
    OR num_nulls(NEW.absence_from, NEW.absence_until) > 0
    OR (NEW.owner_team_id IS NULL AND EXISTS (SELECT FROM employees WHERE id = NEW.owner_id AND active_team_id = OLD.owner_team_id))
    OR (NEW.stand_in_team_id IS NULL
      AND EXISTS (SELECT FROM employees WHERE id = NEW.stand_in_id AND active_team_id = OLD.stand_in_team_id)) THEN
    RAISE EXCEPTION 'a stand-in says what is so' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'stand_ins_say_what_is_so', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- The customer asked for somebody else in a contact of this case, since the owner owns it. Who heard and recorded it is
-- neither the owner nor the one who gets the case: nobody gives a case away, and nobody takes one.
CREATE OR REPLACE FUNCTION successions_have_their_contact() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id AND case_id = NEW.case_id AND direction = 'inbound'
      AND employee_id IS NOT NULL AND NOT employee_id = ANY (array[NEW.from_owner_id, NEW.to_owner_id])
      AND NOT recorded_by_id = ANY (array[NEW.from_owner_id, NEW.to_owner_id])
      AND (recorded_by_kind <> 'employee' OR EXISTS (SELECT FROM employees WHERE id = recorded_by_id))
      AND recorded_at >= coalesce(
        (SELECT max(completed_at) FROM successions WHERE case_id = NEW.case_id AND id <> NEW.id), '-infinity')) THEN
    RAISE EXCEPTION 'the customer asked nobody else' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'successions_have_their_evidence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

-- Law 2, no transfers, and law 9, back to the same person: a case that is opened again keeps its owner. The one way
-- to another owner is a succession (law 12). Nor does a case get another customer: see corrections.sql.

-- No UPDATE moves a case to another owner, whoever sends it, unless the same statement names a succession.
CREATE TRIGGER cases_owner_is_final BEFORE UPDATE ON cases FOR EACH ROW
  WHEN ((OLD.owner_id IS DISTINCT FROM NEW.owner_id) <> (OLD.succession_id IS DISTINCT FROM NEW.succession_id)
    OR (OLD.owner_id IS DISTINCT FROM NEW.owner_id AND NEW.succession_id IS NULL))
  EXECUTE FUNCTION refuse('cases_owner_is_final');

-- A case begins with its first owner.
CREATE TRIGGER cases_begin_with_their_first_owner BEFORE INSERT ON cases FOR EACH ROW
  WHEN (NEW.succession_id IS NOT NULL) EXECUTE FUNCTION refuse('cases_owner_is_final');

-- The succession that is named is one of this case, and leads to the owner whom it gets (law 12).
ALTER TABLE cases ADD CONSTRAINT cases_succession_leads_to_the_owner
  FOREIGN KEY (id, succession_id, owner_id) REFERENCES successions (case_id, id, to_owner_id)
    DEFERRABLE INITIALLY DEFERRED;

-- It is completed, and leads there from the owner whom the case had. The case is open then, or opened again, and open
-- it stays in its team. A succession is used once, and the history says so in the same transaction. Nobody confirms
-- the succession of their own case.
CREATE FUNCTION cases_succeed_by_a_fact() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.callback_id IS NULL OR (OLD.callback_id IS NOT NULL AND OLD.team_id <> NEW.team_id)
    OR NOT EXISTS (SELECT FROM successions WHERE id = NEW.succession_id AND case_id = NEW.id
      AND from_owner_id = OLD.owner_id AND to_owner_id = NEW.owner_id AND completed_at IS NOT NULL
      AND confirmed_by_id IS DISTINCT FROM from_owner_id FOR KEY SHARE)
    OR (SELECT array_agg(case_sequence > OLD.version AND case_sequence <= NEW.version) FROM events
      WHERE case_id = NEW.id AND type = 'case.succeeded' AND data ->> 'successionId' = NEW.succession_id::text)
      IS DISTINCT FROM ARRAY[true] THEN
    RAISE EXCEPTION 'no succession leads there' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_owner_is_final', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER cases_succeed_by_a_fact AFTER UPDATE ON cases FOR EACH ROW
  WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id) EXECUTE FUNCTION cases_succeed_by_a_fact();

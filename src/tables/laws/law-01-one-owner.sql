-- Law 1, one owner. An open case is owned by an active member of its team.

-- Nobody can leave from under an open question: `open_team_id` is empty once a case is resolved, and `active_team_id`
-- for those who left and for specialists. Immediate, since the two never have to change in one go.
ALTER TABLE cases ADD CONSTRAINT cases_owner_is_an_active_member
  FOREIGN KEY (owner_id, open_team_id) REFERENCES employees (id, active_team_id) DEFERRABLE INITIALLY IMMEDIATE;

-- Also a case that is resolved as it is opened begins with an active member of its team as its owner. The foreign key
-- above says nothing of it, because that case was never open.
CREATE FUNCTION cases_begin_with_an_active_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM employees WHERE id = NEW.owner_id AND active_team_id = NEW.team_id FOR KEY SHARE) THEN
    RAISE EXCEPTION 'the owner is no active member of the team' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_owner_is_an_active_member', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER cases_begin_with_an_active_member AFTER INSERT ON cases FOR EACH ROW
  WHEN (NEW.callback_id IS NULL) EXECUTE FUNCTION cases_begin_with_an_active_member();

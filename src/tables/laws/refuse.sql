-- Each function in this folder says `SET search_path = pg_catalog, public, pg_temp`: unless it is named last, PostgreSQL
-- looks for a table among the temporary ones first, and whoever may write could show a law an empty table of their own.
-- Functions of one expression end in RETURN instead of a string: their names are bound when they are made, and
-- PostgreSQL can still put the expression in their place.

-- Refuses whatever fired it, in the name of the constraint that it is given: the service answers by that name.
-- One thing it lets pass: personal words that are taken out by an erasure, and nothing beside them (personal-data.sql).
CREATE FUNCTION refuse() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF is_erasure(TG_RELID, to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '%', replace(TG_ARGV[0], '_', ' ') USING
    ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
END $$;

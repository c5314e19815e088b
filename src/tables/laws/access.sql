-- Callers: every instance remembers who may call, and forgets when the channel `access_changed` says so.

-- Every instance remembers who its callers are; it forgets when this says so.
CREATE FUNCTION access_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('access_changed', '');
  RETURN NULL;
END $$;

CREATE TRIGGER api_keys_changed AFTER UPDATE OF scopes, expires_at, revoked_at, digest OR DELETE ON api_keys
  FOR EACH STATEMENT EXECUTE FUNCTION access_changed();
CREATE TRIGGER employees_changed AFTER UPDATE ON employees FOR EACH STATEMENT EXECUTE FUNCTION access_changed();

-- Who is leaving may not call any more: every instance forgets them.
CREATE TRIGGER departures_changed AFTER INSERT OR UPDATE OR DELETE ON departures FOR EACH STATEMENT
  EXECUTE FUNCTION access_changed();

-- Every instance forgets who calls when an absence or a stand-in changes what they may do and see.
CREATE TRIGGER stand_ins_changed AFTER INSERT OR UPDATE OF from_at, until_at OR DELETE ON stand_ins FOR EACH STATEMENT
  EXECUTE FUNCTION access_changed();

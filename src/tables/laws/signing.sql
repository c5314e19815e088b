-- What was signed stays, and so does that by which it is verified. Of a key only the private part goes, once.
CREATE TRIGGER signing_keys_stay BEFORE UPDATE ON signing_keys FOR EACH ROW
  WHEN ((OLD.kid, OLD.public_key, OLD.made_at) IS DISTINCT FROM (NEW.kid, NEW.public_key, NEW.made_at)
    OR OLD.private_key IS NULL OR NEW.private_key IS NOT NULL)
  EXECUTE FUNCTION refuse('signing_keys_stay');
CREATE TRIGGER signing_keys_stay_here BEFORE DELETE ON signing_keys FOR EACH ROW
  EXECUTE FUNCTION refuse('signing_keys_stay');
CREATE TRIGGER signing_keys_stay_all BEFORE TRUNCATE ON signing_keys EXECUTE FUNCTION refuse('signing_keys_stay');

-- A head is one of the feed, as it is: one far ahead would be the last for good.
CREATE FUNCTION checkpoints_are_of_the_feed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM feed WHERE position = NEW.position AND chain = NEW.chain) THEN
    RAISE EXCEPTION 'the feed has no such head' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'checkpoints_are_of_the_feed', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

-- What the first or the second part of a compact JWS says (RFC 7515); null for what is none. Whether it is signed, whoever has the key
-- can tell.
CREATE FUNCTION said_in_part(statement text, part integer) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  encoded CONSTANT text := translate(split_part(statement, '.', part), '-_', '+/');
BEGIN
  RETURN convert_from(decode(rpad(encoded, (length(encoded) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;

-- What was signed is this head, by this key: an outsider keeps the statement alone.
CREATE FUNCTION checkpoints_say_what_is_signed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.statement !~ '^[\w-]+\.[\w-]+\.[\w-]{86}$'
    OR said_in_part(NEW.statement, 1) IS DISTINCT FROM jsonb_build_object('alg', 'ES256', 'kid', NEW.kid, 'typ', 'checkpoint+jwt')
    OR said_in_part(NEW.statement, 2) IS DISTINCT FROM jsonb_build_object('position', NEW.position,
      'chain', rtrim(translate(encode(NEW.chain, 'base64'), '+/', '-_'), '='),
      'at', to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) THEN
    RAISE EXCEPTION 'something else was signed' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'checkpoints_say_what_is_signed', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER checkpoints_say_what_is_signed BEFORE INSERT ON checkpoints FOR EACH ROW
  EXECUTE FUNCTION checkpoints_say_what_is_signed();
CREATE TRIGGER checkpoints_are_of_the_feed BEFORE INSERT ON checkpoints FOR EACH ROW
  EXECUTE FUNCTION checkpoints_are_of_the_feed();
CREATE TRIGGER checkpoints_stay BEFORE UPDATE OR DELETE ON checkpoints FOR EACH ROW
  EXECUTE FUNCTION refuse('checkpoints_stay');
CREATE TRIGGER checkpoints_stay_all BEFORE TRUNCATE ON checkpoints EXECUTE FUNCTION refuse('checkpoints_stay');

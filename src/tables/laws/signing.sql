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

CREATE TRIGGER checkpoints_are_of_the_feed BEFORE INSERT ON checkpoints FOR EACH ROW
  EXECUTE FUNCTION checkpoints_are_of_the_feed();
CREATE TRIGGER checkpoints_stay BEFORE UPDATE OR DELETE ON checkpoints FOR EACH ROW
  EXECUTE FUNCTION refuse('checkpoints_stay');
CREATE TRIGGER checkpoints_stay_all BEFORE TRUNCATE ON checkpoints EXECUTE FUNCTION refuse('checkpoints_stay');

-- What was signed stays, and so does that by which it is verified. Of a key only the private part goes, once.
CREATE TRIGGER signing_keys_stay BEFORE UPDATE ON signing_keys FOR EACH ROW
  WHEN ((OLD.kid, OLD.public_key, OLD.made_at) IS DISTINCT FROM (NEW.kid, NEW.public_key, NEW.made_at)
    OR OLD.private_key IS NULL OR NEW.private_key IS NOT NULL)
  EXECUTE FUNCTION refuse('signing_keys_stay');
CREATE TRIGGER signing_keys_stay_here BEFORE DELETE ON signing_keys FOR EACH ROW
  EXECUTE FUNCTION refuse('signing_keys_stay');
CREATE TRIGGER signing_keys_stay_all BEFORE TRUNCATE ON signing_keys EXECUTE FUNCTION refuse('signing_keys_stay');

CREATE TRIGGER checkpoints_stay BEFORE UPDATE OR DELETE ON checkpoints FOR EACH ROW
  EXECUTE FUNCTION refuse('checkpoints_stay');
CREATE TRIGGER checkpoints_stay_all BEFORE TRUNCATE ON checkpoints EXECUTE FUNCTION refuse('checkpoints_stay');

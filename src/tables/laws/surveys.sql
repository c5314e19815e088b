-- What a customer said of us is theirs: nobody here changes it.

-- One customer is asked once in two weeks, also where two of their cases end at once.
ALTER TABLE surveys ADD CONSTRAINT surveys_ask_seldom
  EXCLUDE USING gist (customer_id WITH =, tstzrange(requested_at, quiet_until) WITH &&);

-- An answer comes from whoever holds the customer's token: the digest of the one that is shown has to fit. What was shown is not kept,
-- so nobody can use it again.
CREATE FUNCTION surveys_are_the_customers() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF is_erasure(TG_RELID, to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF NEW.shown IS NULL OR sha256(NEW.shown) <> OLD.lock
    OR OLD.answered_at IS NOT NULL AND NEW.answered_at > OLD.answered_at + interval '12 hours' THEN
    RAISE EXCEPTION 'only the customer says how it was' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'surveys_are_the_customers', TABLE = TG_TABLE_NAME;
  END IF;
  NEW.shown := NULL;
  -- The twelve hours run from the first answer.
  NEW.answered_at := coalesce(OLD.answered_at, NEW.answered_at);
  RETURN NEW;
END $$;

CREATE TRIGGER surveys_are_the_customers BEFORE UPDATE ON surveys FOR EACH ROW
  EXECUTE FUNCTION surveys_are_the_customers();

-- Whom it was about stays, and a survey begins without an answer.
CREATE TRIGGER surveys_stay_what_they_are BEFORE UPDATE ON surveys FOR EACH ROW
  WHEN ((OLD.id, OLD.case_id, OLD.resolution_id, OLD.customer_id, OLD.owner_id, OLD.faces, OLD.requested_at, OLD.quiet_until,
      OLD.expires_at, OLD.lock)
    IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.resolution_id, NEW.customer_id, NEW.owner_id, NEW.faces, NEW.requested_at,
      NEW.quiet_until, NEW.expires_at, NEW.lock))
  EXECUTE FUNCTION refuse('surveys_are_history');
CREATE TRIGGER surveys_begin_unanswered BEFORE INSERT ON surveys FOR EACH ROW
  WHEN (NEW.score IS NOT NULL OR NEW.answered_at IS NOT NULL OR NEW.comment IS NOT NULL OR NEW.helped_by_one_person IS NOT NULL)
  EXECUTE FUNCTION refuse('surveys_are_the_customers');
CREATE TRIGGER surveys_stay BEFORE DELETE ON surveys FOR EACH ROW EXECUTE FUNCTION refuse('surveys_are_history');
CREATE TRIGGER surveys_stay_all BEFORE TRUNCATE ON surveys EXECUTE FUNCTION refuse('surveys_are_history');

-- By the older keys the addresses that customers have still open.
CREATE TRIGGER link_keys_stay BEFORE UPDATE OR DELETE ON link_keys FOR EACH ROW EXECUTE FUNCTION refuse('link_keys_stay');
CREATE TRIGGER link_keys_stay_all BEFORE TRUNCATE ON link_keys EXECUTE FUNCTION refuse('link_keys_stay');

-- Corrections: a case that was opened for the wrong customer. The one way in which a case gets another customer, and
-- no way around the laws of ownership (docs/decisions/0017-a-case-gets-another-customer-by-a-correction.md).

-- A case begins with its first customer.
CREATE TRIGGER cases_begin_uncorrected BEFORE INSERT ON cases FOR EACH ROW
  WHEN (NEW.correction_id IS NOT NULL) EXECUTE FUNCTION refuse('cases_customer_is_corrected');

-- It gets another one by a correction alone, which the same statement names.
CREATE TRIGGER cases_customer_is_corrected BEFORE UPDATE ON cases FOR EACH ROW
  WHEN ((OLD.customer_id IS DISTINCT FROM NEW.customer_id) <> (OLD.correction_id IS DISTINCT FROM NEW.correction_id)
    OR (OLD.customer_id IS DISTINCT FROM NEW.customer_id AND NEW.correction_id IS NULL))
  EXECUTE FUNCTION refuse('cases_customer_is_corrected');

ALTER TABLE cases ADD CONSTRAINT cases_correction_leads_to_the_customer
  FOREIGN KEY (id, correction_id, customer_id) REFERENCES case_corrections (case_id, id, to_customer_id)
    DEFERRABLE INITIALLY DEFERRED;

-- The correction is one of this case, from the customer whom it had to the one whom it gets. It is used once, and the
-- history says so in the same transaction. Nothing else goes over with it: it is no way around the laws of ownership.
CREATE FUNCTION cases_are_corrected() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (OLD.owner_id, OLD.team_id, OLD.callback_id, OLD.resolution_id)
      IS DISTINCT FROM (NEW.owner_id, NEW.team_id, NEW.callback_id, NEW.resolution_id)
    OR NOT EXISTS (SELECT FROM case_corrections WHERE id = NEW.correction_id AND case_id = NEW.id
      AND from_customer_id = OLD.customer_id AND to_customer_id = NEW.customer_id)
    OR (SELECT array_agg(case_sequence > OLD.version AND case_sequence <= NEW.version) FROM events
      WHERE case_id = NEW.id AND type = 'case.customer-corrected' AND data ->> 'correctionId' = NEW.correction_id::text)
      IS DISTINCT FROM ARRAY[true] THEN
    RAISE EXCEPTION 'no correction leads there' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_customer_is_corrected', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER cases_are_corrected AFTER UPDATE ON cases FOR EACH ROW
  WHEN (OLD.customer_id IS DISTINCT FROM NEW.customer_id) EXECUTE FUNCTION cases_are_corrected();

-- A correction is on record in the history of its case, and one that belongs to a merge is between its two customers.
CREATE FUNCTION case_corrections_are_told_of() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM events WHERE case_id = NEW.case_id AND type = 'case.customer-corrected'
      AND data ->> 'correctionId' = NEW.id::text)
    OR (NEW.merge_id IS NOT NULL AND NOT EXISTS (SELECT FROM customer_merges WHERE id = NEW.merge_id
      AND (customer_id, into_id)
        IN ((NEW.from_customer_id, NEW.to_customer_id), (NEW.to_customer_id, NEW.from_customer_id)))) THEN
    RAISE EXCEPTION 'the history knows nothing of the correction' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_customer_is_corrected', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER case_corrections_are_told_of AFTER INSERT ON case_corrections FOR EACH ROW
  EXECUTE FUNCTION case_corrections_are_told_of();

-- It moves its case, at once: when the transaction is over, the case names it. And one that belongs to a merge is of the transaction in
-- which they are merged, or parted again, and what it moved goes back: by a merge of long ago nobody gives a case to somebody else.
CREATE FUNCTION case_corrections_move_their_case() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND correction_id = NEW.id)
    OR (NEW.merge_id IS NOT NULL AND NOT EXISTS (SELECT FROM customer_merges
      WHERE id = NEW.merge_id AND xmin = pg_current_xact_id()::xid
        AND CASE WHEN reversed_at IS NULL THEN NEW.from_customer_id = customer_id
          ELSE NEW.from_customer_id = into_id AND EXISTS (SELECT FROM case_corrections went
            WHERE went.merge_id = NEW.merge_id AND went.case_id = NEW.case_id AND went.to_customer_id = into_id) END)) THEN
    RAISE EXCEPTION 'the case stays where it was' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_customer_is_corrected', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER case_corrections_move_their_case AFTER INSERT ON case_corrections DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION case_corrections_move_their_case();
CREATE TRIGGER case_corrections_are_history BEFORE UPDATE OR DELETE ON case_corrections FOR EACH ROW
  EXECUTE FUNCTION refuse('case_corrections_are_history');
CREATE TRIGGER case_corrections_stay_all BEFORE TRUNCATE ON case_corrections
  EXECUTE FUNCTION refuse('case_corrections_are_history');

-- It is told of in the transaction in which it is asked, so that its case changes in it: whoever ends the case meanwhile, at
-- REPEATABLE READ too, does not do so on what it was before. An event that was written ahead would spare that.
CREATE FUNCTION consultations_are_told_of_at_once() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM events WHERE about_id = NEW.id AND type = NEW.told_as AND case_id = NEW.case_id
      AND tx = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'the history tells of it, at once' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'consultations_are_told_of', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A case that is opened again holds its customer: an erasure waits for it, or the other way round.
CREATE OR REPLACE FUNCTION not_of_the_erased() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  row jsonb := to_jsonb(NEW);
BEGIN
  IF TG_TABLE_NAME = 'cases' AND row ->> 'callback_id' IS NOT NULL THEN
    PERFORM FROM customers WHERE id = (row ->> 'customer_id')::uuid FOR KEY SHARE;
  END IF;
  IF EXISTS (SELECT FROM customers c WHERE c.erased_at IS NOT NULL AND c.id = CASE
      WHEN row ? 'customer_id' THEN (row ->> 'customer_id')::uuid
      ELSE (SELECT k.customer_id FROM cases k WHERE k.id = (row ->> 'case_id')::uuid) END) THEN
    RAISE EXCEPTION 'this customer was erased' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'customers_erased_are_gone', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER consultations_are_told_of_at_once AFTER INSERT ON consultations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION consultations_are_told_of_at_once();

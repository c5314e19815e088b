-- A customer who is promised something is not erased. The locks are the ones for which the opening of a case waits, and
-- whatever else is learned of the customer or in a case of theirs: it is erased as well, or comes too late.
CREATE OR REPLACE FUNCTION erasures_wait_for_the_promise() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM customers WHERE id = NEW.customer_id FOR UPDATE;
  PERFORM FROM cases WHERE customer_id = NEW.customer_id ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT FROM cases WHERE customer_id = NEW.customer_id AND callback_id IS NOT NULL) THEN
    RAISE EXCEPTION 'a promise is open' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'erasures_wait_for_the_promise', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- What is learned holds the customer or the case that it refers to, and looks then: an erasure waits for it, or the other
-- way round. A reference alone would be held as well, but only after the look.
CREATE OR REPLACE FUNCTION not_of_the_erased() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  row jsonb := to_jsonb(NEW);
BEGIN
  IF row ? 'customer_id' THEN
    PERFORM FROM customers WHERE id = (row ->> 'customer_id')::uuid FOR KEY SHARE;
  ELSE
    PERFORM FROM cases WHERE id = (row ->> 'case_id')::uuid FOR KEY SHARE;
  END IF;
  IF EXISTS (SELECT FROM customers c WHERE c.erased_at IS NOT NULL AND c.id = CASE
      WHEN row ? 'customer_id' THEN (row ->> 'customer_id')::uuid
      ELSE (SELECT k.customer_id FROM cases k WHERE k.id = (row ->> 'case_id')::uuid) END) THEN
    RAISE EXCEPTION 'this customer was erased' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'customers_erased_are_gone', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

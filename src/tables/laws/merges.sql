-- Merges: two customers who turn out to be one. A merge can be reversed, so nobody is removed.

-- A case belongs to a customer who stands for themselves: nobody can be merged away from under a case.
ALTER TABLE cases ADD CONSTRAINT cases_customer_exists
  FOREIGN KEY (customer_id) REFERENCES customers (current_id) DEFERRABLE INITIALLY DEFERRED;

-- Who was merged away names the merge; nobody begins like that.
ALTER TABLE customers ADD CONSTRAINT customers_merged_by_a_merge
  FOREIGN KEY (merge_id, id) REFERENCES customer_merges (id, customer_id) DEFERRABLE INITIALLY DEFERRED;
CREATE TRIGGER customers_begin_as_themselves BEFORE INSERT ON customers FOR EACH ROW
  WHEN (NEW.merge_id IS NOT NULL) EXECUTE FUNCTION refuse('customer_merges_stand_with_their_customer');

-- A merge stands exactly as long as its customer says so, and the way from merge to merge ends at somebody: rows are
-- locked on it, so that of two merges into each other one waits for the other and sees it.
CREATE FUNCTION customer_merges_lead_to_somebody() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  merged uuid := to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'customers' THEN 'id' ELSE 'customer_id' END;
  next uuid := merged;
  way uuid[] := '{}';
BEGIN
  IF (SELECT c.merge_id FROM customers c WHERE c.id = merged)
      IS DISTINCT FROM (SELECT m.id FROM customer_merges m WHERE m.customer_id = merged AND m.reversed_at IS NULL) THEN
    RAISE EXCEPTION 'a merge stands with its customer' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'customer_merges_stand_with_their_customer', TABLE = TG_TABLE_NAME;
  END IF;
  WHILE next IS NOT NULL LOOP
    IF next = ANY(way) THEN
      RAISE EXCEPTION 'nobody stands for this customer' USING
        ERRCODE = 'check_violation', CONSTRAINT = 'customer_merges_lead_to_somebody', TABLE = TG_TABLE_NAME;
    END IF;
    way := way || next;
    PERFORM FROM customers WHERE id = next FOR KEY SHARE;
    next := (SELECT m.into_id FROM customers c JOIN customer_merges m ON m.id = c.merge_id WHERE c.id = next);
  END LOOP;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER customer_merges_lead_to_somebody AFTER INSERT OR UPDATE ON customer_merges
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION customer_merges_lead_to_somebody();
CREATE CONSTRAINT TRIGGER customers_merged_lead_to_somebody AFTER UPDATE ON customers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.merge_id IS DISTINCT FROM NEW.merge_id) EXECUTE FUNCTION customer_merges_lead_to_somebody();

-- A merge is history; it can be reversed once, and nothing else about it changes.
CREATE TRIGGER customer_merges_are_history BEFORE UPDATE ON customer_merges FOR EACH ROW
  WHEN (OLD.reversed_at IS NOT NULL
    OR (OLD.id, OLD.customer_id, OLD.into_id, OLD.moved, OLD.merged_by_kind, OLD.merged_by_id, OLD.merged_at)
    IS DISTINCT FROM
      (NEW.id, NEW.customer_id, NEW.into_id, NEW.moved, NEW.merged_by_kind, NEW.merged_by_id, NEW.merged_at))
  EXECUTE FUNCTION refuse('customer_merges_are_history');
CREATE TRIGGER customer_merges_stay BEFORE DELETE ON customer_merges FOR EACH ROW
  EXECUTE FUNCTION refuse('customer_merges_are_history');
CREATE TRIGGER customer_merges_stay_all BEFORE TRUNCATE ON customer_merges
  EXECUTE FUNCTION refuse('customer_merges_are_history');

-- Who stands for this customer now: themselves, or whom they were merged into, however many merges later. Nobody for
-- a stranger.
CREATE FUNCTION current_customer(customer uuid) RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE way AS (
    SELECT id, merge_id FROM customers WHERE id = customer
    UNION ALL
    SELECT c.id, c.merge_id FROM way w JOIN customer_merges m ON m.id = w.merge_id JOIN customers c ON c.id = m.into_id
  )
  SELECT id FROM way WHERE merge_id IS NULL
$$;

-- It begins as one that stands.
CREATE TRIGGER customer_merges_begin_standing BEFORE INSERT ON customer_merges FOR EACH ROW
  WHEN (NEW.reversed_at IS NOT NULL) EXECUTE FUNCTION refuse('customer_merges_are_history');

-- A merge is reversed as a whole: of the cases that went over by it none stays where it went, unless it has gone on since.
CREATE FUNCTION customer_merges_are_reversed_whole() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM case_corrections x JOIN cases c ON c.id = x.case_id AND c.correction_id = x.id
      WHERE x.merge_id = NEW.id AND x.from_customer_id = NEW.customer_id) THEN
    RAISE EXCEPTION 'their cases go back' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'customer_merges_are_reversed_whole', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER customer_merges_are_reversed_whole AFTER UPDATE ON customer_merges DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.reversed_at IS NULL AND NEW.reversed_at IS NOT NULL)
  EXECUTE FUNCTION customer_merges_are_reversed_whole();

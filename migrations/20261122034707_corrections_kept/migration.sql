-- What the tables of corrections cannot say of themselves: foreign keys by which two rows hold each other up, and the
-- one way in which a case gets another customer.

-- A case belongs to a customer who stands for themselves: nobody can be merged away from under a case.
ALTER TABLE "cases" ADD CONSTRAINT "cases_customer_exists"
  FOREIGN KEY ("customer_id") REFERENCES "customers" ("current_id") DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_merged_by_a_merge"
  FOREIGN KEY ("merge_id", "id") REFERENCES "customer_merges" ("id", "customer_id") DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- A case gets another customer by a correction alone, which the same statement names.
ALTER TABLE "cases" ADD CONSTRAINT "cases_correction_leads_to_the_customer"
  FOREIGN KEY ("id", "correction_id", "customer_id") REFERENCES "case_corrections" ("case_id", "id", "to_customer_id") DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
CREATE TRIGGER cases_customer_is_corrected BEFORE UPDATE ON "cases" FOR EACH ROW
  WHEN ((OLD.customer_id IS DISTINCT FROM NEW.customer_id) <> (OLD.correction_id IS DISTINCT FROM NEW.correction_id)
    OR (OLD.customer_id IS DISTINCT FROM NEW.customer_id AND NEW.correction_id IS NULL))
  EXECUTE FUNCTION refuse('cases_customer_is_corrected');
--> statement-breakpoint
CREATE TRIGGER case_corrections_are_history BEFORE UPDATE OR DELETE ON "case_corrections" FOR EACH ROW EXECUTE FUNCTION refuse('case_corrections_are_history');
--> statement-breakpoint
CREATE TRIGGER case_corrections_stay_all BEFORE TRUNCATE ON "case_corrections" EXECUTE FUNCTION refuse('case_corrections_are_history');
--> statement-breakpoint
-- Who stands for this customer now: themselves, or whom they were merged into, however many merges later. Nobody for a
-- stranger.
CREATE FUNCTION current_customer(customer uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE way AS (
    SELECT id, merge_id FROM customers WHERE id = customer
    UNION ALL
    SELECT c.id, c.merge_id FROM way w JOIN customer_merges m ON m.id = w.merge_id JOIN customers c ON c.id = m.into_id
  )
  SELECT id FROM way WHERE merge_id IS NULL
$$;
--> statement-breakpoint

-- A case begins with its first customer.
CREATE TRIGGER cases_begin_uncorrected BEFORE INSERT ON "cases" FOR EACH ROW
  WHEN (NEW.correction_id IS NOT NULL) EXECUTE FUNCTION refuse('cases_customer_is_corrected');
--> statement-breakpoint
-- The correction is one of this case, from the customer whom it had to the one whom it gets. It is used once, and the
-- history says so in the same transaction. Nothing else goes over with it: it is no way around the laws of ownership.
CREATE FUNCTION cases_are_corrected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.owner_id, OLD.team_id, OLD.callback_id, OLD.resolution_id) IS DISTINCT FROM (NEW.owner_id, NEW.team_id, NEW.callback_id, NEW.resolution_id)
    OR NOT EXISTS (SELECT FROM case_corrections WHERE id = NEW.correction_id AND case_id = NEW.id
      AND from_customer_id = OLD.customer_id AND to_customer_id = NEW.customer_id)
    OR (SELECT array_agg(case_sequence > OLD.version AND case_sequence <= NEW.version) FROM events WHERE case_id = NEW.id
      AND type = 'case.customer-corrected' AND data ->> 'correctionId' = NEW.correction_id::text) IS DISTINCT FROM ARRAY[true] THEN
    RAISE EXCEPTION 'no correction leads there' USING ERRCODE = 'check_violation', CONSTRAINT = 'cases_customer_is_corrected', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER cases_are_corrected AFTER UPDATE ON "cases" FOR EACH ROW
  WHEN (OLD.customer_id IS DISTINCT FROM NEW.customer_id) EXECUTE FUNCTION cases_are_corrected();
--> statement-breakpoint
-- A correction is on record in the history of its case, and one that belongs to a merge is between its two customers.
CREATE FUNCTION case_corrections_are_told_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM events WHERE case_id = NEW.case_id AND type = 'case.customer-corrected' AND data ->> 'correctionId' = NEW.id::text)
    OR (NEW.merge_id IS NOT NULL AND NOT EXISTS (SELECT FROM customer_merges WHERE id = NEW.merge_id
      AND (customer_id, into_id) IN ((NEW.from_customer_id, NEW.to_customer_id), (NEW.to_customer_id, NEW.from_customer_id)))) THEN
    RAISE EXCEPTION 'the history knows nothing of the correction' USING ERRCODE = 'check_violation', CONSTRAINT = 'cases_customer_is_corrected', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER case_corrections_are_told_of AFTER INSERT ON "case_corrections" FOR EACH ROW EXECUTE FUNCTION case_corrections_are_told_of();
--> statement-breakpoint

-- Law 5. Of a promise nothing moves but, while it is open, the number or address that it goes to: that of the wrong
-- customer would tell them of somebody else's question.
DROP TRIGGER callbacks_promise_stands ON "callbacks";
--> statement-breakpoint
CREATE TRIGGER callbacks_promise_stands BEFORE UPDATE ON "callbacks" FOR EACH ROW
  WHEN (OLD.state <> 'open' OR (OLD.owner_id <> NEW.owner_id AND NEW.state <> 'open')
    OR (OLD.address IS DISTINCT FROM NEW.address AND NEW.state <> 'open')
    OR (OLD.id, OLD.case_id, OLD.channel, OLD.window_from, OLD.window_until, OLD.computed, OLD.made_at)
    IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.channel, NEW.window_from, NEW.window_until, NEW.computed, NEW.made_at))
  EXECUTE FUNCTION refuse('callbacks_promise_stands');
--> statement-breakpoint
-- The address follows the customer in the transaction of the correction alone: the row that says so is of this very
-- transaction. Within a merge the customer stays who they are, and so does the address.
CREATE FUNCTION callbacks_follow_a_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases c JOIN case_corrections x ON x.id = c.correction_id
      WHERE c.id = NEW.case_id AND x.merge_id IS NULL AND x.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'the promise was made to this address' USING ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_promise_stands', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER callbacks_follow_a_correction AFTER UPDATE ON "callbacks" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.address IS DISTINCT FROM NEW.address) EXECUTE FUNCTION callbacks_follow_a_correction();
--> statement-breakpoint

-- A merge is history; it can be reversed once, and nothing else about it changes.
CREATE TRIGGER customer_merges_are_history BEFORE UPDATE ON "customer_merges" FOR EACH ROW
  WHEN (OLD.reversed_at IS NOT NULL OR (OLD.id, OLD.customer_id, OLD.into_id, OLD.moved, OLD.merged_by_kind, OLD.merged_by_id, OLD.merged_at)
    IS DISTINCT FROM (NEW.id, NEW.customer_id, NEW.into_id, NEW.moved, NEW.merged_by_kind, NEW.merged_by_id, NEW.merged_at))
  EXECUTE FUNCTION refuse('customer_merges_are_history');
--> statement-breakpoint
CREATE TRIGGER customer_merges_stay BEFORE DELETE ON "customer_merges" FOR EACH ROW EXECUTE FUNCTION refuse('customer_merges_are_history');
--> statement-breakpoint
CREATE TRIGGER customer_merges_stay_all BEFORE TRUNCATE ON "customer_merges" EXECUTE FUNCTION refuse('customer_merges_are_history');
--> statement-breakpoint
-- A merge stands exactly as long as its customer says so, and the way from merge to merge ends at somebody: rows are
-- locked on it, so that of two merges into each other one waits for the other and sees it.
CREATE FUNCTION customer_merges_lead_to_somebody() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  merged uuid := CASE TG_TABLE_NAME WHEN 'customers' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'customer_id')::uuid END;
  next uuid := merged;
  way uuid[] := '{}';
BEGIN
  IF (SELECT c.merge_id FROM customers c WHERE c.id = merged)
      IS DISTINCT FROM (SELECT m.id FROM customer_merges m WHERE m.customer_id = merged AND m.reversed_at IS NULL) THEN
    RAISE EXCEPTION 'a merge stands with its customer' USING ERRCODE = 'check_violation', CONSTRAINT = 'customer_merges_stand_with_their_customer', TABLE = TG_TABLE_NAME;
  END IF;
  WHILE next IS NOT NULL LOOP
    IF next = ANY(way) THEN
      RAISE EXCEPTION 'nobody stands for this customer' USING ERRCODE = 'check_violation', CONSTRAINT = 'customer_merges_lead_to_somebody', TABLE = TG_TABLE_NAME;
    END IF;
    way := way || next;
    PERFORM FROM customers WHERE id = next FOR KEY SHARE;
    next := (SELECT m.into_id FROM customers c JOIN customer_merges m ON m.id = c.merge_id WHERE c.id = next);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER customer_merges_lead_to_somebody AFTER INSERT OR UPDATE ON "customer_merges" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION customer_merges_lead_to_somebody();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER customers_merged_lead_to_somebody AFTER UPDATE ON "customers" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.merge_id IS DISTINCT FROM NEW.merge_id) EXECUTE FUNCTION customer_merges_lead_to_somebody();
--> statement-breakpoint
CREATE TRIGGER customers_begin_as_themselves BEFORE INSERT ON "customers" FOR EACH ROW
  WHEN (NEW.merge_id IS NOT NULL) EXECUTE FUNCTION refuse('customer_merges_stand_with_their_customer');

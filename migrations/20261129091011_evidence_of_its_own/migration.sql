-- A call is one contact, of a case of the customer on the line, and no two calls are the same one. Calls that say otherwise are
-- named, all in one message, before anything changes.
DO $$
DECLARE
  strays text;
BEGIN
  SELECT string_agg(id::text, ', ' ORDER BY id) INTO strays FROM calls c
  WHERE (contact_id IS NULL) <> (case_id IS NULL) OR (contact_id IS NOT NULL AND customer_id IS NULL)
    OR EXISTS (SELECT FROM calls o WHERE o.contact_id = c.contact_id AND o.id <> c.id);
  IF strays IS NOT NULL THEN
    RAISE EXCEPTION E'Calls that are a contact without its case or customer, or the contact of another call, by id:\ncalls: %', strays
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
DROP INDEX "calls_by_contact";--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "changed_in" xid8;--> statement-breakpoint
CREATE UNIQUE INDEX "calls_are_a_contact_each" ON "calls" ("contact_id") WHERE contact_id is not null;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_contact_is_a_customers" CHECK (("contact_id" is null) = ("case_id" is null) and ("contact_id" is null or "customer_id" is not null));
-- What waits, waits for a second person: a departure and a customer's choice move their case as they are told. Rows that say
-- otherwise are named, all in one message, before anything changes.
DO $$
DECLARE
  strays text;
BEGIN
  SELECT string_agg(id::text, ', ' ORDER BY id) INTO strays FROM successions
  WHERE cause <> 'safety' AND completed_at IS DISTINCT FROM requested_at;
  IF strays IS NOT NULL THEN
    RAISE EXCEPTION 'Successions for another fact than safety that waited, by table and id:
successions: %', strays
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
ALTER TABLE "asks" ADD COLUMN "made_in" xid8;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "team_changed_in" xid8;--> statement-breakpoint
ALTER TABLE "departures" ADD COLUMN "changed_in" xid8;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "changed_in" xid8;--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_complete_as_made" CHECK ("cause" = 'safety' or coalesce("completed_at" = "requested_at", false));
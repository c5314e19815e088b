ALTER TABLE "asks" ADD COLUMN "made_in" xid8;--> statement-breakpoint
ALTER TABLE "departures" ADD COLUMN "changed_in" xid8;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "changed_in" xid8;
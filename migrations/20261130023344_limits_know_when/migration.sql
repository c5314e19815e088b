ALTER TABLE "budgets" ADD COLUMN "changed_in" xid8;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "changed_in" xid8;
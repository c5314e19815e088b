DROP INDEX "successions_one_waits_at_a_time";--> statement-breakpoint
CREATE UNIQUE INDEX "successions_one_waits_at_a_time" ON "successions" ("case_id","from_owner_id") WHERE completed_at is null;--> statement-breakpoint
CREATE INDEX "successions_by_from_owner" ON "successions" ("from_owner_id","id");--> statement-breakpoint
CREATE INDEX "successions_by_to_owner" ON "successions" ("to_owner_id","id");
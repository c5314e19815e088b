ALTER TABLE "departures" ADD COLUMN "started_by_id" uuid;--> statement-breakpoint
ALTER TABLE "departures" ADD COLUMN "due_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "departures_due" ON "departures" ("due_at") WHERE completed_at is null;--> statement-breakpoint
ALTER TABLE "departures" ADD CONSTRAINT "departures_due_are_somebodys_word" CHECK (("due_at" is null) = ("started_by_id" is null));
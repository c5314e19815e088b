ALTER TABLE "callbacks" ADD COLUMN "cut_by_horizon" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "caller_id" uuid;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "openings" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "keeps_holidays" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "holiday_country" text;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "holiday_region" text;--> statement-breakpoint
DROP INDEX "callbacks_hour_has_room";--> statement-breakpoint
CREATE UNIQUE INDEX "callbacks_hour_has_room" ON "callbacks" (coalesce(caller_id, owner_id),"booked_hour","place") WHERE state = 'open' and booked_hour is not null;--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_caller_exists" FOREIGN KEY ("caller_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_cut_are_computed" CHECK ("computed" or not "cut_by_horizon");--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_region_is_of_a_country" CHECK ("holiday_region" is null or "holiday_country" is not null);--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_holidays_are_somewhere" CHECK ("holiday_country" ~ '^[A-Z]{2}$' and ("holiday_region" is null or char_length("holiday_region") between 1 and 40));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_openings_are_days" CHECK (case when jsonb_typeof("openings") = 'array' then jsonb_array_length("openings") <= 400 else false end);
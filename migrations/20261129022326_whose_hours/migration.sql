ALTER TABLE "callbacks" ADD COLUMN "cut_by_horizon" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "caller_id" uuid;--> statement-breakpoint
DROP INDEX "callbacks_hour_has_room";--> statement-breakpoint
CREATE UNIQUE INDEX "callbacks_hour_has_room" ON "callbacks" (coalesce(caller_id, owner_id),"booked_hour","place") WHERE state = 'open' and booked_hour is not null;--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_caller_exists" FOREIGN KEY ("caller_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_cut_are_computed" CHECK ("computed" or not "cut_by_horizon");
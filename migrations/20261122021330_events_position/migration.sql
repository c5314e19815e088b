-- A unique index that foreign keys could refer to makes its columns part of the row's key, and who changes those waits for
-- whoever refers to the row: numbering the feed for those who append to the same cases, and they for it, in a circle.
ALTER TABLE "events" DROP CONSTRAINT "events_position_is_taken";--> statement-breakpoint
CREATE UNIQUE INDEX "events_position_is_taken" ON "events" ("position") WHERE position is not null;
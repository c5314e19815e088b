-- When a departure is due is a moment as well.
ALTER TABLE "departures" DROP CONSTRAINT "departures_moments_are_real", ADD CONSTRAINT "departures_moments_are_real" CHECK (least("started_at", "due_at", "completed_at") >= '2000-01-01T00:00:00Z' and greatest("started_at", "due_at", "completed_at") < '2200-01-01T00:00:00Z');

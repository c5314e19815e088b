-- What is counted here is about the present minute: it need not survive a crash, and writes no WAL.
ALTER TABLE "rate_limits" SET UNLOGGED;
--> statement-breakpoint
-- Who is leaving may not call any more: every instance forgets them.
CREATE TRIGGER departures_changed AFTER INSERT OR UPDATE OR DELETE ON "departures" FOR EACH STATEMENT EXECUTE FUNCTION access_changed();
--> statement-breakpoint
-- Law 12. Who has left never owns again: nobody comes back under the name that they left with.
CREATE TRIGGER employees_leave_for_good BEFORE UPDATE ON "employees" FOR EACH ROW
  WHEN (OLD.departed_at IS NOT NULL AND NEW.departed_at IS DISTINCT FROM OLD.departed_at) EXECUTE FUNCTION refuse('employees_leave_for_good');

-- A case under which something stands by another team has been that one's: the lists find it by its mark from now on.
ALTER TABLE "cases" ADD COLUMN "changed_team" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "cases" c SET "changed_team" = true WHERE EXISTS (SELECT FROM "consultations" x WHERE x.case_id = c.id AND x.own_team_id <> c.team_id)
  OR EXISTS (SELECT FROM "asks" x WHERE x.case_id = c.id AND x.team_id <> c.team_id)
  OR EXISTS (SELECT FROM "gestures" x WHERE x.case_id = c.id AND x.team_id <> c.team_id);--> statement-breakpoint
ALTER TABLE "cases" ENABLE TRIGGER USER;--> statement-breakpoint
DROP INDEX "consultations_by_consulted";--> statement-breakpoint
CREATE INDEX "consultations_by_consulted" ON "consultations" ("consulted_id","id","own_team_id");--> statement-breakpoint
DROP INDEX "consultations_by_asker";--> statement-breakpoint
CREATE INDEX "consultations_by_asker" ON "consultations" ("asked_by_id","id","own_team_id");--> statement-breakpoint
DROP INDEX "asks_by_asker";--> statement-breakpoint
CREATE INDEX "asks_by_asker" ON "asks" ("asked_by_id","id","team_id");--> statement-breakpoint
DROP INDEX "asks_by_state";--> statement-breakpoint
CREATE INDEX "asks_by_state" ON "asks" ("state","id","team_id");--> statement-breakpoint
DROP INDEX "asks_by_silence";--> statement-breakpoint
CREATE INDEX "asks_by_silence" ON "asks" ("by_silence","id","team_id");--> statement-breakpoint
DROP INDEX "consultations_by_topic";--> statement-breakpoint
CREATE INDEX "consultations_by_topic" ON "consultations" ("topic_id","id","own_team_id") WHERE topic_id is not null;--> statement-breakpoint
DROP INDEX "consultations_by_state";--> statement-breakpoint
CREATE INDEX "consultations_by_state" ON "consultations" ("state","id","own_team_id");--> statement-breakpoint
DROP INDEX "consultations_by_kind";--> statement-breakpoint
CREATE INDEX "consultations_by_kind" ON "consultations" ("kind","id","own_team_id");--> statement-breakpoint
DROP INDEX "gestures_by_owner";--> statement-breakpoint
CREATE INDEX "gestures_by_owner" ON "gestures" ("owner_id","id","team_id");--> statement-breakpoint
DROP INDEX "gestures_by_granter";--> statement-breakpoint
CREATE INDEX "gestures_by_granter" ON "gestures" ("granted_by_id","id","team_id");--> statement-breakpoint
DROP INDEX "gestures_by_kind";--> statement-breakpoint
CREATE INDEX "gestures_by_kind" ON "gestures" ("kind","id","team_id");--> statement-breakpoint
DROP INDEX "gestures_by_state";--> statement-breakpoint
CREATE INDEX "gestures_by_state" ON "gestures" ("state","id","team_id");--> statement-breakpoint
CREATE INDEX "cases_that_changed_team" ON "cases" ("team_id","id") WHERE changed_team;--> statement-breakpoint
CREATE INDEX "consultations_of_team" ON "consultations" ("own_team_id","id");
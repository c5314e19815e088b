DROP INDEX "cases_by_owner";--> statement-breakpoint
CREATE INDEX "cases_by_owner" ON "cases" ("owner_id","id","team_id");--> statement-breakpoint
DROP INDEX "cases_by_topic";--> statement-breakpoint
CREATE INDEX "cases_by_topic" ON "cases" ("topic_id","id","team_id");--> statement-breakpoint
DROP INDEX "customers_by_segment";--> statement-breakpoint
CREATE INDEX "customers_by_segment" ON "customers" ("segment","id","team_id");--> statement-breakpoint
DROP INDEX "cases_by_channel";--> statement-breakpoint
CREATE INDEX "cases_by_channel" ON "cases" ("channel","id","team_id");--> statement-breakpoint
DROP INDEX "cases_by_origin";--> statement-breakpoint
CREATE INDEX "cases_by_origin" ON "cases" ("origin","id","team_id");--> statement-breakpoint
DROP INDEX "customers_by_kind";--> statement-breakpoint
CREATE INDEX "customers_by_kind" ON "customers" ("kind","id","team_id");
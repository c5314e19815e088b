CREATE INDEX "heads_ups_by_beginning" ON "heads_ups" ("from_at");--> statement-breakpoint
CREATE INDEX "heads_ups_in_order_by_topic" ON "heads_ups" ("topic_id","id");--> statement-breakpoint
CREATE INDEX "heads_ups_by_kind" ON "heads_ups" ("kind","id");--> statement-breakpoint
CREATE INDEX "heads_ups_that_taught" ON "heads_ups" ("kind","until_at") WHERE audience_size is not null and topic_id is not null;--> statement-breakpoint
CREATE INDEX "heads_ups_by_state" ON "heads_ups" ((case when released_at is null then 'announced' else 'released' end),"id");--> statement-breakpoint
CREATE INDEX "heads_ups_by_override" ON "heads_ups" ((overridden_by_id is not null),"id");--> statement-breakpoint
CREATE INDEX "asks_by_asker" ON "asks" ("asked_by_id","id");--> statement-breakpoint
CREATE INDEX "asks_by_state" ON "asks" ("state","id");--> statement-breakpoint
CREATE INDEX "asks_by_silence" ON "asks" ("by_silence","id");--> statement-breakpoint
CREATE INDEX "asks_by_moment" ON "asks" ("asked_at","id");--> statement-breakpoint
CREATE INDEX "asks_by_answer" ON "asks" ("answer_by");--> statement-breakpoint
CREATE INDEX "callbacks_ended_by_window" ON "callbacks" ("state","window_until","id") WHERE state <> 'open';--> statement-breakpoint
CREATE INDEX "callbacks_by_channel" ON "callbacks" ("channel","window_until","id");--> statement-breakpoint
CREATE INDEX "callbacks_called_first" ON "callbacks" ("window_until","id") WHERE customer_called_first;--> statement-breakpoint
CREATE INDEX "callbacks_by_beginning" ON "callbacks" ("window_from");--> statement-breakpoint
CREATE INDEX "calls_by_direction" ON "calls" ("direction","id");--> statement-breakpoint
CREATE INDEX "cases_by_status" ON "cases" ("status","id");--> statement-breakpoint
CREATE INDEX "cases_by_opening" ON "cases" ("opened_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_resolution" ON "cases" ("resolved_at","id") WHERE resolved_at is not null;--> statement-breakpoint
CREATE INDEX "cases_by_channel" ON "cases" ("channel","id");--> statement-breakpoint
CREATE INDEX "cases_by_origin" ON "cases" ("origin","id");--> statement-breakpoint
CREATE INDEX "cases_by_tag" ON "cases" USING gin ("tags") WHERE tags <> '{}';--> statement-breakpoint
CREATE INDEX "resolutions_by_outcome" ON "resolutions" ("outcome","case_id");--> statement-breakpoint
CREATE INDEX "consultations_by_topic" ON "consultations" ("topic_id","id") WHERE topic_id is not null;--> statement-breakpoint
CREATE INDEX "consultations_by_state" ON "consultations" ("state","id");--> statement-breakpoint
CREATE INDEX "consultations_by_kind" ON "consultations" ("kind","id");--> statement-breakpoint
CREATE INDEX "consultations_by_moment" ON "consultations" ("asked_at","id");--> statement-breakpoint
CREATE INDEX "consultations_by_need" ON "consultations" ("need_by");--> statement-breakpoint
CREATE INDEX "customers_by_kind" ON "customers" ("kind","id");--> statement-breakpoint
CREATE INDEX "customers_by_moment" ON "customers" ("created_at","id");--> statement-breakpoint
CREATE INDEX "deviations_in_order_by_rule" ON "deviations" ("rule_id","id");--> statement-breakpoint
CREATE INDEX "deviations_by_moment" ON "deviations" ("at","id");--> statement-breakpoint
CREATE INDEX "events_by_rare_type" ON "events" ("type","id") WHERE type <> all ('{case.opened,case.resolved,contact.recorded,callback.made,callback.kept,customer.created}');--> statement-breakpoint
CREATE INDEX "events_of_chases" ON "events" ("case_id") WHERE type = 'case.chased';--> statement-breakpoint
CREATE INDEX "gestures_by_owner" ON "gestures" ("owner_id","id");--> statement-breakpoint
CREATE INDEX "gestures_by_granter" ON "gestures" ("granted_by_id","id");--> statement-breakpoint
CREATE INDEX "gestures_by_kind" ON "gestures" ("kind","id");--> statement-breakpoint
CREATE INDEX "gestures_by_state" ON "gestures" ("state","id");--> statement-breakpoint
CREATE INDEX "gestures_by_moment" ON "gestures" ("granted_at","id");--> statement-breakpoint
CREATE INDEX "gestures_by_value" ON "gestures" USING gin ("values") WHERE "values" <> '{}';--> statement-breakpoint
CREATE INDEX "ideas_in_order_by_author" ON "ideas" ("author_id","id") WHERE author_id is not null;--> statement-breakpoint
CREATE INDEX "ideas_by_state" ON "ideas" (coalesce(decision, 'open'),"id");--> statement-breakpoint
CREATE INDEX "ideas_by_moment" ON "ideas" ("created_at","id");--> statement-breakpoint
CREATE INDEX "ideas_by_value" ON "ideas" USING gin ("values") WHERE "values" <> '{}';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_parked" ON "webhook_deliveries" ("webhook_id","created_at","id") WHERE state = 'parked';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_by_case" ON "webhook_deliveries" ("webhook_id","case_id");--> statement-breakpoint
CREATE INDEX "successions_by_end" ON "successions" ((completed_at is null),"id");
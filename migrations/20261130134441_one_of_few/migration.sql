-- What earlier migrations of the same upgrade still have to look at is looked at now: a table can wait for nothing while it changes.
-- What is there already is looked at in the migration that follows.
SET CONSTRAINTS ALL IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_are_of_their_form" CHECK (array_position("scopes", null) is null) NOT VALID;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_channel_is_known" CHECK ("channel" in ('phone', 'email', 'chat', 'visit', 'letter', 'web')) NOT VALID;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_are_of_their_form" CHECK (array_position("tags", null) is null) NOT VALID;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_author_is_known" CHECK ("author_kind" in ('employee', 'system')) NOT VALID;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD CONSTRAINT "customer_facts_by_is_known" CHECK ("recorded_by_kind" in ('employee', 'system')) NOT VALID;--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_by_is_known" CHECK ("merged_by_kind" in ('employee', 'system')) NOT VALID;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_channel_is_known" CHECK ("preferred_channel" in ('phone', 'email', 'chat', 'letter')) NOT VALID;--> statement-breakpoint
ALTER TABLE "deviations" ADD CONSTRAINT "deviations_are_of_their_form" CHECK (array_position("values", null) is null) NOT VALID;--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_are_of_their_form" CHECK (array_position("values", null) is null) NOT VALID;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_are_of_their_form" CHECK (array_position("values", null) is null) NOT VALID;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_started_by_is_known" CHECK ("started_by_kind" in ('employee', 'system')) NOT VALID;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$' and "country" ~ '^[A-Z]{2}$') NOT VALID;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_are_of_their_form" CHECK (array_position("segments", null) is null) NOT VALID;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_are_of_their_form" CHECK (array_position("types", null) is null) NOT VALID;--> statement-breakpoint
ALTER TABLE "case_corrections" ADD CONSTRAINT "case_corrections_by_is_known" CHECK ("corrected_by_kind" in ('employee', 'system')) NOT VALID;--> statement-breakpoint
SET CONSTRAINTS ALL DEFERRED;

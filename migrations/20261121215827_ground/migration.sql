CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"hint" text NOT NULL,
	"digest" bytea NOT NULL CONSTRAINT "api_keys_digest_is_unique" UNIQUE,
	"created_at" timestamp(3) with time zone NOT NULL,
	"created_by_id" uuid,
	"expires_at" timestamp(3) with time zone,
	"revoked_at" timestamp(3) with time zone,
	"last_used_at" timestamp(3) with time zone,
	CONSTRAINT "api_keys_digest_is_sha256" CHECK (octet_length("digest") = 32)
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"caller" text,
	"key" text,
	"fingerprint" bytea NOT NULL,
	"status" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"body" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_are_used_once" PRIMARY KEY("caller","key")
);
--> statement-breakpoint
CREATE TABLE "callback_attempts" (
	"id" uuid PRIMARY KEY,
	"callback_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"day" date NOT NULL,
	"summary" text,
	"contact_id" uuid,
	"employee_id" uuid NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "callback_attempts_outcome_is_known" CHECK ("outcome" in ('reached', 'no-answer', 'voicemail', 'busy', 'wrong-number', 'message-sent')),
	CONSTRAINT "callback_attempts_reached_is_a_contact" CHECK ("outcome" <> 'reached' or "contact_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "callbacks" (
	"id" uuid PRIMARY KEY,
	"case_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"state" text NOT NULL,
	"open_id" uuid GENERATED ALWAYS AS (case when state = 'open' then id end) STORED,
	"channel" text NOT NULL,
	"address" text,
	"window_from" timestamp(3) with time zone NOT NULL,
	"window_until" timestamp(3) with time zone NOT NULL,
	"computed" boolean NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp(3) with time zone,
	"made_at" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"contact_id" uuid,
	"contact_moment" text,
	"customer_called_first" boolean GENERATED ALWAYS AS (state = 'kept' and contact_moment = 'customer-called-owner') STORED,
	"replaced_by" uuid,
	"reason" text,
	"resolution_id" uuid,
	"late_seconds" integer GENERATED ALWAYS AS (case when closed_at > window_until then ceil(extract(epoch from closed_at - window_until))::integer end) STORED,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "callbacks_open_of_case" UNIQUE("case_id","open_id"),
	CONSTRAINT "callbacks_state_is_known" CHECK ("state" in ('open', 'kept', 'rescheduled', 'released')),
	CONSTRAINT "callbacks_channel_is_known" CHECK ("channel" in ('phone', 'email', 'chat', 'visit', 'letter', 'web', 'pickup')),
	CONSTRAINT "callbacks_window_runs_forward" CHECK ("window_from" < "window_until"),
	CONSTRAINT "callbacks_closed_have_a_moment" CHECK (("state" = 'open') = ("closed_at" is null) and "closed_at" >= "made_at"),
	CONSTRAINT "callbacks_kept_is_spoken" CHECK ("state" <> 'kept' or coalesce("contact_moment" in ('owner-reached', 'customer-called-owner'), false)),
	CONSTRAINT "callbacks_rescheduled_was_told" CHECK (("state" = 'rescheduled') = ("replaced_by" is not null) and ("state" <> 'rescheduled' or ("reason" is not null and coalesce("contact_moment" <> 'not-reached', false)))),
	CONSTRAINT "callbacks_released_with_its_case" CHECK (("state" = 'released') = ("resolution_id" is not null)),
	CONSTRAINT "callbacks_contact_has_a_moment" CHECK (("contact_id" is null) = ("contact_moment" is null))
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY,
	"reference" text NOT NULL CONSTRAINT "cases_reference_is_taken" UNIQUE,
	"customer_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"callback_id" uuid,
	"resolution_id" uuid,
	"status" text GENERATED ALWAYS AS (case when callback_id is null then 'resolved' else 'open' end) STORED NOT NULL,
	"open_team_id" uuid GENERATED ALWAYS AS (case when callback_id is not null then team_id end) STORED,
	"topic_id" uuid,
	"subject" text NOT NULL,
	"question" text NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"origin" text NOT NULL,
	"channel" text NOT NULL,
	"opened_by_kind" text NOT NULL,
	"opened_by_id" uuid NOT NULL,
	"assignment_reason" text NOT NULL,
	"about_employee_id" uuid,
	"chases" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"resolved_at" timestamp(3) with time zone,
	"version" integer NOT NULL,
	"search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', subject || ' ' || question)) STORED,
	CONSTRAINT "cases_promise" UNIQUE("id","callback_id","owner_id"),
	CONSTRAINT "cases_hold_a_promise_or_a_resolution" CHECK (num_nonnulls("callback_id", "resolution_id") = 1),
	CONSTRAINT "cases_resolved_have_a_moment" CHECK (("resolution_id" is null) = ("resolved_at" is null)),
	CONSTRAINT "cases_reference_is_digits" CHECK ("reference" ~ '^[1-9][0-9]{8,12}$'),
	CONSTRAINT "cases_origin_is_known" CHECK ("origin" in ('question', 'outreach', 'recovery')),
	CONSTRAINT "cases_opened_by_is_known" CHECK ("opened_by_kind" in ('employee', 'system')),
	CONSTRAINT "cases_owner_is_not_the_subject" CHECK ("about_employee_id" <> "owner_id"),
	CONSTRAINT "cases_chases_count_up" CHECK ("chases" >= 0)
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY,
	"case_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"channel" text NOT NULL,
	"outcome" text NOT NULL,
	"summary" text,
	"at" timestamp(3) with time zone NOT NULL,
	"employee_id" uuid,
	"spoken_for" uuid,
	"answered" boolean DEFAULT false NOT NULL,
	"opening" boolean DEFAULT false NOT NULL,
	"participants" jsonb NOT NULL,
	"recorded_by_kind" text NOT NULL,
	"recorded_by_id" uuid NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"moment" text GENERATED ALWAYS AS (case when direction = 'outbound' and outcome <> 'reached' then 'not-reached' when direction = 'outbound' then 'owner-reached' when opening and spoken_for is not null then 'opening' when spoken_for is not null then 'customer-called-owner' when answered then 'colleague-answered' else 'customer-contacted-us' end) STORED NOT NULL,
	CONSTRAINT "contacts_moment" UNIQUE("id","case_id","moment"),
	CONSTRAINT "contacts_direction_is_known" CHECK ("direction" in ('inbound', 'outbound')),
	CONSTRAINT "contacts_outbound_is_the_owner" CHECK ("direction" = 'inbound' or "spoken_for" is not null),
	CONSTRAINT "contacts_one_voice" CHECK ("spoken_for" is null or ("employee_id" is not null and "spoken_for" = "employee_id")),
	CONSTRAINT "contacts_answer_is_an_employees" CHECK (not "answered" or "employee_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY,
	"case_id" uuid NOT NULL,
	"text" text NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resolutions" (
	"id" uuid PRIMARY KEY,
	"case_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"summary" text NOT NULL,
	"contact_id" uuid,
	"contact_moment" text,
	"duplicate_of" uuid,
	"resolved_by_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "resolutions_of_case" UNIQUE("case_id","id","at"),
	CONSTRAINT "resolutions_outcome_is_known" CHECK ("outcome" in ('answered', 'fixed', 'unreachable', 'withdrawn', 'duplicate', 'notAQuestion')),
	CONSTRAINT "resolutions_contact_has_a_moment" CHECK (("contact_id" is null) = ("contact_moment" is null)),
	CONSTRAINT "resolutions_customer_was_told" CHECK ("outcome" not in ('answered', 'fixed') or coalesce("contact_moment" in ('opening', 'owner-reached', 'customer-called-owner', 'colleague-answered'), false)),
	CONSTRAINT "resolutions_customer_withdrew" CHECK ("outcome" <> 'withdrawn' or coalesce("contact_moment" in ('opening', 'customer-called-owner', 'colleague-answered', 'customer-contacted-us'), false)),
	CONSTRAINT "resolutions_duplicate_names_a_case" CHECK (("outcome" = 'duplicate') = ("duplicate_of" is not null) and "duplicate_of" <> "case_id")
);
--> statement-breakpoint
CREATE TABLE "customer_facts" (
	"id" uuid PRIMARY KEY,
	"customer_id" uuid NOT NULL,
	"text" text NOT NULL,
	"until" date,
	"recorded_by_kind" text NOT NULL,
	"recorded_by_id" uuid NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_references" (
	"system" text,
	"external_id" text,
	"customer_id" uuid NOT NULL,
	CONSTRAINT "customer_references_are_unique" PRIMARY KEY("system","external_id")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY,
	"name" text,
	"kind" text NOT NULL,
	"anonymous" boolean DEFAULT false NOT NULL,
	"phone" text,
	"email" text,
	"other_contact_points" jsonb NOT NULL,
	"language" text,
	"segment" text,
	"team_id" uuid NOT NULL,
	"preferred_channel" text,
	"preferred_windows" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))) STORED,
	CONSTRAINT "customers_kind_is_known" CHECK ("kind" in ('person', 'organisation')),
	CONSTRAINT "customers_can_be_recognised" CHECK ("anonymous" or num_nonnulls("name", "phone", "email") > 0 or "other_contact_points" <> '[]')
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY,
	"type" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"case_id" uuid,
	"case_sequence" integer,
	"previous_sequence" integer GENERATED ALWAYS AS (nullif(case_sequence - 1, 0)) STORED,
	"customer_id" uuid,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"on_behalf_of" uuid,
	"data" jsonb NOT NULL,
	"position" bigint CONSTRAINT "events_position_is_taken" UNIQUE,
	CONSTRAINT "events_sequence_is_taken" UNIQUE("case_id","case_sequence"),
	CONSTRAINT "events_of_a_case_are_numbered" CHECK (("case_id" is null) = ("case_sequence" is null) and "case_sequence" >= 1),
	CONSTRAINT "events_actor_is_known" CHECK ("actor_kind" in ('employee', 'system'))
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"team_id" uuid PRIMARY KEY,
	"opening_hours" jsonb NOT NULL,
	"time_zone" text NOT NULL,
	"closures" jsonb NOT NULL,
	"callback_within" text NOT NULL,
	"callback_horizon" text NOT NULL,
	"callbacks_per_hour" integer NOT NULL,
	"remind_before" text NOT NULL,
	"attempts" integer NOT NULL,
	"attempt_days" integer NOT NULL,
	"attempt_pause" text NOT NULL,
	"gesture_ceiling" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agreements_are_sane" CHECK ("callbacks_per_hour" between 1 and 60 and "attempts" between 1 and 20 and "attempt_days" between 1 and "attempts")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" smallint PRIMARY KEY DEFAULT 1,
	"name" text DEFAULT 'Our organisation' NOT NULL,
	"country" text DEFAULT 'NL' NOT NULL,
	"time_zone" text DEFAULT 'Europe/Amsterdam' NOT NULL,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"holiday_region" text,
	"default_team_id" uuid,
	"default_member_id" uuid,
	"gesture_ceiling" bigint DEFAULT 200000 NOT NULL,
	"ask_ceiling" bigint DEFAULT 1000000 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisation_is_one" CHECK ("id" = 1),
	CONSTRAINT "organisation_ceilings_are_finite" CHECK ("gesture_ceiling" between 1 and 100000000000 and "ask_ceiling" between 1 and 100000000000)
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"segments" text[] DEFAULT '{}'::text[] NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" uuid PRIMARY KEY,
	"code" text NOT NULL CONSTRAINT "topics_code_is_taken" UNIQUE,
	"name" text NOT NULL,
	"description" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "employee_topics" (
	"employee_id" uuid,
	"topic_id" uuid,
	CONSTRAINT "employee_topics_pkey" PRIMARY KEY("employee_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "employees" (
	"id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"email" text,
	"subject" text CONSTRAINT "employees_subject_is_taken" UNIQUE,
	"team_id" uuid,
	"discipline" text NOT NULL,
	"role" text NOT NULL,
	"extension" text,
	"phone" text,
	"working_hours" jsonb,
	"contract_hours" double precision NOT NULL,
	"departed_at" timestamp(3) with time zone,
	"active_team_id" uuid GENERATED ALWAYS AS (case when departed_at is null then team_id end) STORED,
	"created_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "employees_active_team" UNIQUE("id","active_team_id"),
	CONSTRAINT "employees_discipline_is_known" CHECK ("discipline" in ('front', 'back', 'both')),
	CONSTRAINT "employees_role_is_known" CHECK ("role" in ('member', 'coach', 'admin')),
	CONSTRAINT "employees_contract_hours_are_sane" CHECK ("contract_hours" > 0 and "contract_hours" <= 60)
);
--> statement-breakpoint
CREATE INDEX "callback_attempts_by_callback" ON "callback_attempts" ("callback_id","id");--> statement-breakpoint
CREATE INDEX "callbacks_by_window" ON "callbacks" ("window_until","id");--> statement-breakpoint
CREATE INDEX "callbacks_open_by_window" ON "callbacks" ("window_until","id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "callbacks_by_owner" ON "callbacks" ("owner_id","window_until","id");--> statement-breakpoint
CREATE INDEX "callbacks_open_by_owner" ON "callbacks" ("owner_id","window_until","id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "cases_open_by_owner" ON "cases" ("owner_id","id") WHERE callback_id is not null;--> statement-breakpoint
CREATE INDEX "cases_open_by_team" ON "cases" ("team_id","id") WHERE callback_id is not null;--> statement-breakpoint
CREATE INDEX "cases_by_owner" ON "cases" ("owner_id","id");--> statement-breakpoint
CREATE INDEX "cases_by_team" ON "cases" ("team_id","id");--> statement-breakpoint
CREATE INDEX "cases_by_customer" ON "cases" ("customer_id","id");--> statement-breakpoint
CREATE INDEX "cases_by_topic" ON "cases" ("topic_id","id");--> statement-breakpoint
CREATE INDEX "cases_search" ON "cases" USING gin ("search");--> statement-breakpoint
CREATE INDEX "contacts_by_case" ON "contacts" ("case_id","id");--> statement-breakpoint
CREATE INDEX "notes_by_case" ON "notes" ("case_id","id");--> statement-breakpoint
CREATE INDEX "customer_facts_by_customer" ON "customer_facts" ("customer_id","id");--> statement-breakpoint
CREATE INDEX "customer_references_by_customer" ON "customer_references" ("customer_id");--> statement-breakpoint
CREATE INDEX "customers_by_phone" ON "customers" ("phone","id");--> statement-breakpoint
CREATE INDEX "customers_by_email" ON "customers" (lower("email"),"id");--> statement-breakpoint
CREATE INDEX "customers_by_team" ON "customers" ("team_id","id");--> statement-breakpoint
CREATE INDEX "customers_by_segment" ON "customers" ("segment","id");--> statement-breakpoint
CREATE INDEX "customers_search" ON "customers" USING gin ("search");--> statement-breakpoint
CREATE INDEX "events_by_customer" ON "events" ("customer_id","id");--> statement-breakpoint
CREATE INDEX "events_not_in_the_feed" ON "events" ("id") WHERE position is null;--> statement-breakpoint
CREATE INDEX "topics_by_name" ON "topics" ("name");--> statement-breakpoint
CREATE INDEX "employee_topics_by_topic" ON "employee_topics" ("topic_id");--> statement-breakpoint
CREATE INDEX "employees_by_team" ON "employees" ("active_team_id");--> statement-breakpoint
CREATE INDEX "employees_by_extension" ON "employees" ("extension");--> statement-breakpoint
ALTER TABLE "callback_attempts" ADD CONSTRAINT "callback_attempts_callback_exists" FOREIGN KEY ("callback_id") REFERENCES "callbacks"("id");--> statement-breakpoint
ALTER TABLE "callback_attempts" ADD CONSTRAINT "callback_attempts_contact_exists" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id");--> statement-breakpoint
ALTER TABLE "callback_attempts" ADD CONSTRAINT "callback_attempts_employee_exists" FOREIGN KEY ("employee_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_owner_exists" FOREIGN KEY ("owner_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_contact_was_that_moment" FOREIGN KEY ("contact_id","case_id","contact_moment") REFERENCES "contacts"("id","case_id","moment");--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_released_with_a_resolution" FOREIGN KEY ("case_id","resolution_id","closed_at") REFERENCES "resolutions"("case_id","id","at");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_customer_exists" FOREIGN KEY ("customer_id") REFERENCES "customers"("id");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_owner_exists" FOREIGN KEY ("owner_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_team_exists" FOREIGN KEY ("team_id") REFERENCES "teams"("id");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_topic_exists" FOREIGN KEY ("topic_id") REFERENCES "topics"("id");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_about_employee_exists" FOREIGN KEY ("about_employee_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_employee_exists" FOREIGN KEY ("employee_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_contact_was_that_moment" FOREIGN KEY ("contact_id","case_id","contact_moment") REFERENCES "contacts"("id","case_id","moment");--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_older_case_exists" FOREIGN KEY ("duplicate_of") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_employee_exists" FOREIGN KEY ("resolved_by_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "customer_facts" ADD CONSTRAINT "customer_facts_customer_exists" FOREIGN KEY ("customer_id") REFERENCES "customers"("id");--> statement-breakpoint
ALTER TABLE "customer_references" ADD CONSTRAINT "customer_references_customer_exists" FOREIGN KEY ("customer_id") REFERENCES "customers"("id");--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_team_exists" FOREIGN KEY ("team_id") REFERENCES "teams"("id");--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_team_exists" FOREIGN KEY ("team_id") REFERENCES "teams"("id");--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_default_team_exists" FOREIGN KEY ("default_team_id") REFERENCES "teams"("id");--> statement-breakpoint
ALTER TABLE "employee_topics" ADD CONSTRAINT "employee_topics_employee_exists" FOREIGN KEY ("employee_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "employee_topics" ADD CONSTRAINT "employee_topics_topic_exists" FOREIGN KEY ("topic_id") REFERENCES "topics"("id");--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_team_exists" FOREIGN KEY ("team_id") REFERENCES "teams"("id");
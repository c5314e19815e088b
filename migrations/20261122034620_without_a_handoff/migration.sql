CREATE TABLE "calls" (
	"id" uuid PRIMARY KEY,
	"call_id" text NOT NULL CONSTRAINT "calls_are_one" UNIQUE,
	"direction" text NOT NULL,
	"from_number" text,
	"to_number" text,
	"at" timestamp(3) with time zone NOT NULL,
	"rang" boolean DEFAULT false NOT NULL,
	"answered" boolean DEFAULT false NOT NULL,
	"ended" boolean DEFAULT false NOT NULL,
	"answered_by_id" uuid,
	"customer_id" uuid,
	"case_id" uuid,
	"contact_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "calls_direction_is_known" CHECK ("direction" in ('inbound', 'outbound')),
	CONSTRAINT "calls_were_told_of" CHECK ("rang" or "answered" or "ended")
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" uuid PRIMARY KEY,
	"case_id" uuid NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"consulted_id" uuid NOT NULL,
	"team_id" uuid,
	"topic_id" uuid,
	"kind" text NOT NULL,
	"question" text NOT NULL,
	"need_by" timestamp(3) with time zone NOT NULL,
	"state" text NOT NULL,
	"own_team_id" uuid NOT NULL,
	"outside" boolean NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"answer" text,
	"reason" text,
	"might_know_id" uuid,
	"helpful" boolean,
	"overdue_told_at" timestamp(3) with time zone,
	"tell_at" timestamp(3) with time zone GENERATED ALWAYS AS (case when state = 'open' and overdue_told_at is null then need_by end) STORED,
	"sees_id" uuid GENERATED ALWAYS AS (case when state in ('open', 'answered') then consulted_id end) STORED,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "consultations_kind_is_known" CHECK ("kind" in ('question', 'action')),
	CONSTRAINT "consultations_state_is_known" CHECK ("state" in ('open', 'answered', 'declined', 'withdrawn')),
	CONSTRAINT "consultations_ask_somebody_else" CHECK ("consulted_id" <> "asked_by_id"),
	CONSTRAINT "consultations_need_it_later" CHECK ("need_by" > "asked_at"),
	CONSTRAINT "consultations_closed_have_a_moment" CHECK (("state" = 'open') = ("closed_at" is null) and "closed_at" >= "asked_at"),
	CONSTRAINT "consultations_answered_have_an_answer" CHECK (("state" = 'answered') = ("answer" is not null)),
	CONSTRAINT "consultations_declined_have_a_reason" CHECK ("state" <> 'declined' or "reason" is not null),
	CONSTRAINT "consultations_might_know_another" CHECK ("might_know_id" is null or ("state" = 'declined' and "might_know_id" <> "consulted_id")),
	CONSTRAINT "consultations_helped_by_an_answer" CHECK ("helpful" is null or "state" = 'answered')
);
--> statement-breakpoint
CREATE TABLE "case_corrections" (
	"id" uuid PRIMARY KEY,
	"case_id" uuid NOT NULL,
	"from_customer_id" uuid NOT NULL,
	"to_customer_id" uuid NOT NULL,
	"merge_id" uuid,
	"reason" text,
	"corrected_by_kind" text NOT NULL,
	"corrected_by_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "case_corrections_of_case" UNIQUE("case_id","id","to_customer_id"),
	CONSTRAINT "case_corrections_move" CHECK ("from_customer_id" <> "to_customer_id")
);
--> statement-breakpoint
CREATE TABLE "customer_merges" (
	"id" uuid PRIMARY KEY,
	"customer_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"moved" jsonb NOT NULL,
	"merged_by_kind" text NOT NULL,
	"merged_by_id" uuid NOT NULL,
	"merged_at" timestamp(3) with time zone NOT NULL,
	"reversed_at" timestamp(3) with time zone,
	CONSTRAINT "customer_merges_of_customer" UNIQUE("id","customer_id"),
	CONSTRAINT "customer_merges_are_of_two" CHECK ("customer_id" <> "into_id"),
	CONSTRAINT "customer_merges_are_reversed_in_time" CHECK ("reversed_at" >= "merged_at" and "reversed_at" <= "merged_at" + interval '30 days')
);
--> statement-breakpoint
CREATE TABLE "case_words" (
	"case_id" uuid PRIMARY KEY,
	"words" tsvector NOT NULL
);
--> statement-breakpoint
CREATE TABLE "name_words" (
	"word" text PRIMARY KEY
);
--> statement-breakpoint
ALTER TABLE "cases" DROP CONSTRAINT "cases_customer_exists";--> statement-breakpoint
DROP INDEX "cases_search";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "correction_id" uuid;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "assignment_considered" integer[] DEFAULT '{}'::integer[] NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "faces" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "merge_id" uuid;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "current_id" uuid GENERATED ALWAYS AS (case when merge_id is null then id end) STORED;--> statement-breakpoint
ALTER TABLE "customers" DROP COLUMN "search";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (to_tsvector('plain_words', coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))) STORED;--> statement-breakpoint
ALTER TABLE "cases" DROP COLUMN "search";--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_are_current" UNIQUE("current_id");--> statement-breakpoint
CREATE INDEX "calls_by_contact" ON "calls" ("contact_id") WHERE contact_id is not null;--> statement-breakpoint
CREATE INDEX "cases_open_by_customer" ON "cases" ("customer_id","id") WHERE callback_id is not null;--> statement-breakpoint
CREATE INDEX "consultations_by_case" ON "consultations" ("case_id","id");--> statement-breakpoint
CREATE INDEX "consultations_by_consulted" ON "consultations" ("consulted_id","id");--> statement-breakpoint
CREATE INDEX "consultations_open_by_consulted" ON "consultations" ("consulted_id","need_by") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "consultations_by_asker" ON "consultations" ("asked_by_id","id");--> statement-breakpoint
CREATE INDEX "consultations_seen_by" ON "consultations" ("sees_id","case_id") WHERE sees_id is not null;--> statement-breakpoint
CREATE INDEX "consultations_to_tell" ON "consultations" ("tell_at") WHERE tell_at is not null;--> statement-breakpoint
CREATE INDEX "consultations_by_own_team" ON "consultations" ("own_team_id","asked_at");--> statement-breakpoint
CREATE INDEX "case_corrections_by_merge" ON "case_corrections" ("merge_id") WHERE merge_id is not null;--> statement-breakpoint
CREATE INDEX "case_corrections_by_customer" ON "case_corrections" ("to_customer_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_merges_stand_once" ON "customer_merges" ("customer_id") WHERE reversed_at is null;--> statement-breakpoint
CREATE INDEX "customer_merges_by_into" ON "customer_merges" ("into_id","id");--> statement-breakpoint
CREATE INDEX "customers_by_contact_point" ON "customers" USING gin ("other_contact_points" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "case_words_search" ON "case_words" USING gin ("words") WITH (gin_pending_list_limit=512);--> statement-breakpoint
CREATE INDEX "name_words_alike" ON "name_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "customers_search" ON "customers" USING gin ("search");--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_customer_exists" FOREIGN KEY ("customer_id") REFERENCES "customers"("id");--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_contact_exists" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id");--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_employee_exists" FOREIGN KEY ("answered_by_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_asked_by_exists" FOREIGN KEY ("asked_by_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_consulted_exists" FOREIGN KEY ("consulted_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_might_know_exists" FOREIGN KEY ("might_know_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_team_exists" FOREIGN KEY ("team_id") REFERENCES "teams"("id");--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_own_team_exists" FOREIGN KEY ("own_team_id") REFERENCES "teams"("id");--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_topic_exists" FOREIGN KEY ("topic_id") REFERENCES "topics"("id");--> statement-breakpoint
ALTER TABLE "case_corrections" ADD CONSTRAINT "case_corrections_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "case_corrections" ADD CONSTRAINT "case_corrections_from_exists" FOREIGN KEY ("from_customer_id") REFERENCES "customers"("id");--> statement-breakpoint
ALTER TABLE "case_corrections" ADD CONSTRAINT "case_corrections_to_exists" FOREIGN KEY ("to_customer_id") REFERENCES "customers"("id");--> statement-breakpoint
ALTER TABLE "case_corrections" ADD CONSTRAINT "case_corrections_merge_exists" FOREIGN KEY ("merge_id") REFERENCES "customer_merges"("id");--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_customer_exists" FOREIGN KEY ("customer_id") REFERENCES "customers"("id");--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_into_exists" FOREIGN KEY ("into_id") REFERENCES "customers"("id");--> statement-breakpoint
ALTER TABLE "case_words" ADD CONSTRAINT "case_words_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");
CREATE TABLE "deviations" (
	"id" uuid PRIMARY KEY,
	"case_id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"rule_kind" text NOT NULL,
	"text_number" integer NOT NULL,
	"benefit" text NOT NULL,
	"reason" text NOT NULL,
	"values" text[] DEFAULT '{}'::text[] NOT NULL,
	"employee_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "deviations_moments_are_real" CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "deviations_leave_the_law_alone" CHECK ("rule_kind" <> 'statutory')
);
--> statement-breakpoint
CREATE TABLE "rule_reviews" (
	"id" uuid PRIMARY KEY,
	"rule_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"reviewed_by_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "rule_reviews_are_numbered" UNIQUE("rule_id","number"),
	CONSTRAINT "rule_reviews_moments_are_real" CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "rule_reviews_decision_is_known" CHECK ("decision" in ('keep', 'change', 'abolish'))
);
--> statement-breakpoint
CREATE TABLE "rule_versions" (
	"id" uuid PRIMARY KEY,
	"rule_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "rule_versions_are_numbered" UNIQUE("rule_id","number"),
	CONSTRAINT "rule_versions_moments_are_real" CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "rule_versions_begin_with_one" CHECK ("number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"id" uuid PRIMARY KEY,
	"code" text NOT NULL CONSTRAINT "rules_code_is_taken" UNIQUE,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"text_number" integer NOT NULL,
	"review_on" date,
	"review_from" timestamp(3) with time zone,
	"review_until" timestamp(3) with time zone,
	"burdened" double precision,
	"reviews" integer DEFAULT 0 NOT NULL,
	"due_told_at" timestamp(3) with time zone,
	"tell_at" timestamp(3) with time zone GENERATED ALWAYS AS (case when due_told_at is null and abolished_at is null then review_from end) STORED,
	"abolished_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rules_of_their_kind" UNIQUE("id","kind"),
	CONSTRAINT "rules_moments_are_real" CHECK (least("review_from", "review_until", "due_told_at", "abolished_at", "created_at", "changed_at") >= '2000-01-01T00:00:00Z' and greatest("review_from", "review_until", "due_told_at", "abolished_at", "created_at", "changed_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "rules_kind_is_known" CHECK ("kind" in ('house', 'contract', 'statutory')),
	CONSTRAINT "rules_of_the_house_are_reviewed" CHECK ("kind" <> 'house' or ("review_on" is not null and "burdened" is not null)),
	CONSTRAINT "rules_burden_a_share" CHECK ("burdened" between 0 and 1),
	CONSTRAINT "rules_review_day_has_its_moments" CHECK (case when "review_on" is null then "review_from" is null and "review_until" is null
        else coalesce("review_from" < "review_until"
          and "review_from" > ("review_on" - 1)::timestamp at time zone 'UTC'
          and "review_until" < ("review_on" + 2)::timestamp at time zone 'UTC', false) end)
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "review_after" integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "idea_answer_within" text DEFAULT 'P10D' NOT NULL;--> statement-breakpoint
CREATE INDEX "deviations_by_case" ON "deviations" ("case_id","id");--> statement-breakpoint
CREATE INDEX "deviations_by_rule" ON "deviations" ("rule_id","at");--> statement-breakpoint
CREATE INDEX "rules_to_tell" ON "rules" ("tell_at") WHERE tell_at is not null;--> statement-breakpoint
CREATE INDEX "rules_by_owner" ON "rules" ("owner_id");--> statement-breakpoint
ALTER TABLE "deviations" ADD CONSTRAINT "deviations_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "deviations" ADD CONSTRAINT "deviations_rule_is_of_that_kind" FOREIGN KEY ("rule_id","rule_kind") REFERENCES "rules"("id","kind");--> statement-breakpoint
ALTER TABLE "deviations" ADD CONSTRAINT "deviations_text_exists" FOREIGN KEY ("rule_id","text_number") REFERENCES "rule_versions"("rule_id","number");--> statement-breakpoint
ALTER TABLE "deviations" ADD CONSTRAINT "deviations_employee_exists" FOREIGN KEY ("employee_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "rule_reviews" ADD CONSTRAINT "rule_reviews_rule_exists" FOREIGN KEY ("rule_id") REFERENCES "rules"("id");--> statement-breakpoint
ALTER TABLE "rule_reviews" ADD CONSTRAINT "rule_reviews_employee_exists" FOREIGN KEY ("reviewed_by_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_rule_exists" FOREIGN KEY ("rule_id") REFERENCES "rules"("id");--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_owner_exists" FOREIGN KEY ("owner_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_reviews_rules" CHECK ("review_after" between 1 and 1000);--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_answers_ideas" CHECK ("idea_answer_within" ~ '^P[0-9]{1,3}D$');
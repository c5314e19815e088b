CREATE TABLE "idea_cases" (
	"idea_id" uuid,
	"case_id" uuid,
	CONSTRAINT "idea_cases_pkey" PRIMARY KEY("idea_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "idea_rules" (
	"idea_id" uuid,
	"rule_id" uuid,
	CONSTRAINT "idea_rules_pkey" PRIMARY KEY("idea_id","rule_id")
);
--> statement-breakpoint
CREATE TABLE "idea_supports" (
	"idea_id" uuid,
	"employee_id" uuid,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "idea_supports_once" PRIMARY KEY("idea_id","employee_id"),
	CONSTRAINT "idea_supports_moments_are_real" CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z')
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"id" uuid PRIMARY KEY,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"anonymous" boolean NOT NULL,
	"author_id" uuid,
	"values" text[] DEFAULT '{}'::text[] NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"answer_by" timestamp(3) with time zone NOT NULL,
	"overdue_told_at" timestamp(3) with time zone,
	"decision" text,
	"reason" text,
	"answered_by_id" uuid,
	"answered_at" timestamp(3) with time zone,
	"result" text,
	"result_by_id" uuid,
	"result_at" timestamp(3) with time zone,
	"tell_at" timestamp(3) with time zone GENERATED ALWAYS AS (case when decision is null and overdue_told_at is null then answer_by end) STORED,
	"news_at" timestamp(3) with time zone GENERATED ALWAYS AS (greatest(created_at, overdue_told_at, answered_at, result_at)) STORED,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ideas_moments_are_real" CHECK (least("created_at", "answer_by", "overdue_told_at", "answered_at", "result_at") >= '2000-01-01T00:00:00Z' and greatest("created_at", "answer_by", "overdue_told_at", "answered_at", "result_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "ideas_anonymous_are_nobodys" CHECK ("anonymous" = ("author_id" is null)),
	CONSTRAINT "ideas_are_answered_later" CHECK ("answer_by" > "created_at"),
	CONSTRAINT "ideas_decision_is_known" CHECK ("decision" in ('adopted', 'trying', 'declined')),
	CONSTRAINT "ideas_answers_have_it_all" CHECK (num_nulls("decision", "reason", "answered_by_id", "answered_at") in (0, 4)),
	CONSTRAINT "ideas_results_have_it_all" CHECK (num_nulls("result", "result_by_id", "result_at") in (0, 3)),
	CONSTRAINT "ideas_results_follow_an_answer" CHECK ("result" is null or "decision" is not null),
	CONSTRAINT "ideas_are_answered_by_another" CHECK ("answered_by_id" is distinct from "author_id" or "author_id" is null)
);
--> statement-breakpoint
CREATE INDEX "idea_cases_by_case" ON "idea_cases" ("case_id");--> statement-breakpoint
CREATE INDEX "idea_rules_by_rule" ON "idea_rules" ("rule_id");--> statement-breakpoint
CREATE INDEX "idea_supports_by_employee" ON "idea_supports" ("employee_id");--> statement-breakpoint
CREATE INDEX "ideas_to_tell" ON "ideas" ("tell_at") WHERE tell_at is not null;--> statement-breakpoint
CREATE INDEX "ideas_by_author" ON "ideas" ("author_id","news_at");--> statement-breakpoint
ALTER TABLE "idea_cases" ADD CONSTRAINT "idea_cases_idea_exists" FOREIGN KEY ("idea_id") REFERENCES "ideas"("id");--> statement-breakpoint
ALTER TABLE "idea_cases" ADD CONSTRAINT "idea_cases_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "idea_rules" ADD CONSTRAINT "idea_rules_idea_exists" FOREIGN KEY ("idea_id") REFERENCES "ideas"("id");--> statement-breakpoint
ALTER TABLE "idea_rules" ADD CONSTRAINT "idea_rules_rule_exists" FOREIGN KEY ("rule_id") REFERENCES "rules"("id");--> statement-breakpoint
ALTER TABLE "idea_supports" ADD CONSTRAINT "idea_supports_idea_exists" FOREIGN KEY ("idea_id") REFERENCES "ideas"("id");--> statement-breakpoint
ALTER TABLE "idea_supports" ADD CONSTRAINT "idea_supports_employee_exists" FOREIGN KEY ("employee_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_author_exists" FOREIGN KEY ("author_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_answered_by_exists" FOREIGN KEY ("answered_by_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_result_by_exists" FOREIGN KEY ("result_by_id") REFERENCES "employees"("id");
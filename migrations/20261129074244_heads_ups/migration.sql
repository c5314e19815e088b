CREATE TABLE "heads_up_cases" (
	"heads_up_id" uuid,
	"case_id" uuid,
	CONSTRAINT "heads_up_cases_pkey" PRIMARY KEY("heads_up_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "heads_up_teams" (
	"heads_up_id" uuid,
	"team_id" uuid,
	"acknowledged_by_id" uuid,
	"acknowledged_at" timestamp(3) with time zone,
	CONSTRAINT "heads_up_teams_pkey" PRIMARY KEY("heads_up_id","team_id"),
	CONSTRAINT "heads_up_teams_moments_are_real" CHECK (least("acknowledged_at") >= '2000-01-01T00:00:00Z' and greatest("acknowledged_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "heads_up_teams_acknowledgements_have_it_all" CHECK (("acknowledged_by_id" is null) = ("acknowledged_at" is null))
);
--> statement-breakpoint
CREATE TABLE "heads_ups" (
	"id" uuid PRIMARY KEY,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"topic_id" uuid,
	"audience" text,
	"audience_size" integer,
	"from_at" timestamp(3) with time zone NOT NULL,
	"until_at" timestamp(3) with time zone NOT NULL,
	"message" text NOT NULL,
	"expected_questions" jsonb NOT NULL,
	"who_knows" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"forecast" integer,
	"announced_by_kind" text NOT NULL,
	"announced_by_id" uuid NOT NULL,
	"announced_at" timestamp(3) with time zone NOT NULL,
	"released_at" timestamp(3) with time zone,
	"released_by_kind" text,
	"released_by_id" uuid,
	"overridden_by_id" uuid,
	"override_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "heads_ups_moments_are_real" CHECK (least("from_at", "until_at", "announced_at", "released_at") >= '2000-01-01T00:00:00Z' and greatest("from_at", "until_at", "announced_at", "released_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "heads_ups_kind_is_known" CHECK ("kind" in ('mailing', 'outage', 'price-change', 'other')),
	CONSTRAINT "heads_ups_announced_by_is_known" CHECK ("announced_by_kind" in ('employee', 'system')),
	CONSTRAINT "heads_ups_end_after_they_begin" CHECK ("until_at" > "from_at"),
	CONSTRAINT "heads_ups_audience_is_somebody" CHECK ("audience_size" > 0),
	CONSTRAINT "heads_ups_releases_have_it_all" CHECK (num_nulls("released_at", "released_by_kind", "released_by_id") in (0, 3)
        and num_nulls("overridden_by_id", "override_reason") in (0, 2)
        and ("overridden_by_id" is null or "released_at" is not null))
);
--> statement-breakpoint
CREATE INDEX "heads_up_cases_by_case" ON "heads_up_cases" ("case_id");--> statement-breakpoint
CREATE INDEX "heads_up_teams_by_team" ON "heads_up_teams" ("team_id");--> statement-breakpoint
CREATE INDEX "heads_ups_by_topic" ON "heads_ups" ("topic_id","until_at");--> statement-breakpoint
CREATE INDEX "heads_ups_by_end" ON "heads_ups" ("until_at");--> statement-breakpoint
ALTER TABLE "heads_up_cases" ADD CONSTRAINT "heads_up_cases_heads_up_exists" FOREIGN KEY ("heads_up_id") REFERENCES "heads_ups"("id");--> statement-breakpoint
ALTER TABLE "heads_up_cases" ADD CONSTRAINT "heads_up_cases_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "heads_up_teams" ADD CONSTRAINT "heads_up_teams_heads_up_exists" FOREIGN KEY ("heads_up_id") REFERENCES "heads_ups"("id");--> statement-breakpoint
ALTER TABLE "heads_up_teams" ADD CONSTRAINT "heads_up_teams_team_exists" FOREIGN KEY ("team_id") REFERENCES "teams"("id");--> statement-breakpoint
ALTER TABLE "heads_up_teams" ADD CONSTRAINT "heads_up_teams_employee_exists" FOREIGN KEY ("acknowledged_by_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "heads_ups" ADD CONSTRAINT "heads_ups_topic_exists" FOREIGN KEY ("topic_id") REFERENCES "topics"("id");--> statement-breakpoint
ALTER TABLE "heads_ups" ADD CONSTRAINT "heads_ups_overridden_by_exists" FOREIGN KEY ("overridden_by_id") REFERENCES "employees"("id");
CREATE TABLE "link_keys" (
	"id" uuid PRIMARY KEY,
	"secret" bytea NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "link_keys_moments_are_real" CHECK (least("made_at") >= '2000-01-01T00:00:00Z' and greatest("made_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "link_keys_are_long" CHECK (octet_length("secret") = 32)
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"id" uuid PRIMARY KEY,
	"case_id" uuid NOT NULL,
	"resolution_id" uuid NOT NULL CONSTRAINT "surveys_ask_once" UNIQUE,
	"customer_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"faces" uuid[] NOT NULL,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"quiet_until" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"lock" bytea NOT NULL,
	"shown" bytea,
	"score" integer,
	"helped_by_one_person" boolean,
	"comment" text,
	"answered_at" timestamp(3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "surveys_moments_are_real" CHECK (least("requested_at", "quiet_until", "expires_at", "answered_at") >= '2000-01-01T00:00:00Z' and greatest("requested_at", "quiet_until", "expires_at", "answered_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "surveys_score_is_known" CHECK ("score" between 1 and 5),
	CONSTRAINT "surveys_answers_have_a_score" CHECK (("score" is null) = ("answered_at" is null)),
	CONSTRAINT "surveys_answers_come_in_time" CHECK ("answered_at" between "requested_at" and "expires_at"),
	CONSTRAINT "surveys_ask_for_a_while" CHECK ("requested_at" < "quiet_until" and "quiet_until" <= "expires_at"),
	CONSTRAINT "surveys_show_nothing" CHECK ("shown" is null)
);
--> statement-breakpoint
CREATE INDEX "surveys_by_case" ON "surveys" ("case_id","requested_at");--> statement-breakpoint
CREATE INDEX "surveys_by_answer" ON "surveys" ("answered_at") WHERE answered_at is not null;--> statement-breakpoint
CREATE INDEX "surveys_by_customer" ON "surveys" ("customer_id","requested_at");--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_customer_exists" FOREIGN KEY ("customer_id") REFERENCES "customers"("id");--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_owner_exists" FOREIGN KEY ("owner_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_follow_a_resolution" FOREIGN KEY ("case_id","resolution_id","requested_at") REFERENCES "resolutions"("case_id","id","at");
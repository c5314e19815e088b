CREATE TABLE "pulse_answers" (
	"week" text NOT NULL,
	"team_id" uuid,
	"room_to_help" integer NOT NULL,
	"proud_of_service" integer NOT NULL,
	CONSTRAINT "pulse_answers_are_scores" CHECK ("room_to_help" between 1 and 5 and "proud_of_service" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "pulse_givers" (
	"week" text,
	"employee_id" uuid,
	"claim" uuid,
	"held_until" timestamp(3) with time zone,
	CONSTRAINT "pulse_givers_once" PRIMARY KEY("week","employee_id"),
	CONSTRAINT "pulse_givers_moments_are_real" CHECK (least("held_until") >= '2000-01-01T00:00:00Z' and greatest("held_until") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "pulse_givers_wait_for_a_while" CHECK (("claim" is null) = ("held_until" is null))
);
--> statement-breakpoint
CREATE TABLE "pulse_rounds" (
	"week" text PRIMARY KEY,
	"ends_at" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"closed" boolean GENERATED ALWAYS AS (closed_at is not null) STORED NOT NULL,
	CONSTRAINT "pulse_rounds_by_whether_closed" UNIQUE("week","closed"),
	CONSTRAINT "pulse_rounds_moments_are_real" CHECK (least("ends_at", "closed_at") >= '2000-01-01T00:00:00Z' and greatest("ends_at", "closed_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "pulse_rounds_are_weeks" CHECK ("week" ~ '^2[01][0-9]{2}-W(0[1-9]|[1-4][0-9]|5[0-3])$'),
	CONSTRAINT "pulse_rounds_close_after_they_end" CHECK ("closed_at" > "ends_at")
);
--> statement-breakpoint
CREATE TABLE "pulse_shares" (
	"week" text,
	"closed" boolean DEFAULT true NOT NULL,
	"team_id" uuid,
	"shared_by_id" uuid NOT NULL,
	"shared_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "pulse_shares_once" PRIMARY KEY("week","team_id"),
	CONSTRAINT "pulse_shares_moments_are_real" CHECK (least("shared_at") >= '2000-01-01T00:00:00Z' and greatest("shared_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "pulse_shares_are_of_closed" CHECK ("closed")
);
--> statement-breakpoint
CREATE TABLE "pulse_words" (
	"week" text NOT NULL,
	"team_id" uuid,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "pulse_answers_by_week" ON "pulse_answers" ("week","team_id");--> statement-breakpoint
CREATE INDEX "pulse_givers_by_claim" ON "pulse_givers" ("claim") WHERE claim is not null;--> statement-breakpoint
CREATE INDEX "pulse_givers_by_employee" ON "pulse_givers" ("employee_id");--> statement-breakpoint
CREATE INDEX "pulse_rounds_to_close" ON "pulse_rounds" ("ends_at") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "pulse_words_by_week" ON "pulse_words" ("week","team_id");--> statement-breakpoint
ALTER TABLE "pulse_answers" ADD CONSTRAINT "pulse_answers_round_exists" FOREIGN KEY ("week") REFERENCES "pulse_rounds"("week");--> statement-breakpoint
ALTER TABLE "pulse_answers" ADD CONSTRAINT "pulse_answers_team_exists" FOREIGN KEY ("team_id") REFERENCES "teams"("id");--> statement-breakpoint
ALTER TABLE "pulse_givers" ADD CONSTRAINT "pulse_givers_round_exists" FOREIGN KEY ("week") REFERENCES "pulse_rounds"("week");--> statement-breakpoint
ALTER TABLE "pulse_givers" ADD CONSTRAINT "pulse_givers_employee_exists" FOREIGN KEY ("employee_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "pulse_shares" ADD CONSTRAINT "pulse_shares_are_of_closed_rounds" FOREIGN KEY ("week","closed") REFERENCES "pulse_rounds"("week","closed");--> statement-breakpoint
ALTER TABLE "pulse_shares" ADD CONSTRAINT "pulse_shares_team_exists" FOREIGN KEY ("team_id") REFERENCES "teams"("id");--> statement-breakpoint
ALTER TABLE "pulse_shares" ADD CONSTRAINT "pulse_shares_shared_by_exists" FOREIGN KEY ("shared_by_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "pulse_words" ADD CONSTRAINT "pulse_words_round_exists" FOREIGN KEY ("week") REFERENCES "pulse_rounds"("week");--> statement-breakpoint
ALTER TABLE "pulse_words" ADD CONSTRAINT "pulse_words_team_exists" FOREIGN KEY ("team_id") REFERENCES "teams"("id");
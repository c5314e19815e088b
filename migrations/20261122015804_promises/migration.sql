CREATE TABLE "successions" (
	"id" uuid PRIMARY KEY,
	"case_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"from_owner_id" uuid NOT NULL,
	"to_owner_id" uuid,
	"reason" text,
	"contact_id" uuid,
	"departure_of" uuid,
	"reported_by_id" uuid NOT NULL,
	"confirmed_by_id" uuid,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"completed_at" timestamp(3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "successions_of_case" UNIQUE("case_id","id","to_owner_id"),
	CONSTRAINT "successions_cause_is_known" CHECK ("cause" in ('departure', 'customerChoice', 'safety')),
	CONSTRAINT "successions_move_to_another" CHECK ("to_owner_id" <> "from_owner_id"),
	CONSTRAINT "successions_completed_have_an_owner" CHECK ("completed_at" is null or ("to_owner_id" is not null and "completed_at" >= "requested_at")),
	CONSTRAINT "successions_have_their_evidence" CHECK (case "cause" when 'departure' then coalesce("departure_of" = "from_owner_id", false) when 'customerChoice' then "contact_id" is not null else "reason" is not null and ("completed_at" is null or coalesce("confirmed_by_id" <> "reported_by_id", false)) end)
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY,
	"employee_id" uuid NOT NULL,
	"from_at" timestamp(3) with time zone NOT NULL,
	"until_at" timestamp(3) with time zone NOT NULL,
	"registered_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "absences_of_employee" UNIQUE("id","employee_id"),
	CONSTRAINT "absences_run_forward" CHECK ("from_at" < "until_at")
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"id" uuid PRIMARY KEY,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_at" timestamp(3) with time zone NOT NULL,
	"until_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "attendance_kind_is_known" CHECK ("kind" in ('absent', 'stands-in'))
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"employee_id" uuid PRIMARY KEY,
	"digest" bytea NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_digest_is_sha256" CHECK (octet_length("digest") = 32)
);
--> statement-breakpoint
CREATE TABLE "stand_ins" (
	"id" uuid PRIMARY KEY,
	"absence_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"stand_in_id" uuid NOT NULL,
	"from_at" timestamp(3) with time zone NOT NULL,
	"until_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "stand_ins_run_forward" CHECK ("from_at" < "until_at"),
	CONSTRAINT "stand_ins_are_somebody_else" CHECK ("stand_in_id" <> "owner_id")
);
--> statement-breakpoint
ALTER TABLE "contacts" DROP CONSTRAINT "contacts_one_voice";--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "yielded" text;--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "remind_at" timestamp(3) with time zone;--> statement-breakpoint
UPDATE "callbacks" SET "remind_at" = greatest("made_at", "window_until" - interval '30 minutes') WHERE "state" = 'open';--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "reminded_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "overdue_told_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "booked_hour" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "place" integer;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "succession_id" uuid;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "agreement_bounds" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "time_zone" text;--> statement-breakpoint
CREATE UNIQUE INDEX "callbacks_hour_has_room" ON "callbacks" ("owner_id","booked_hour","place") WHERE state = 'open' and booked_hour is not null;--> statement-breakpoint
CREATE INDEX "callbacks_to_remind" ON "callbacks" ("remind_at") WHERE state = 'open' and reminded_at is null;--> statement-breakpoint
CREATE INDEX "callbacks_to_tell_overdue" ON "callbacks" ("window_until") WHERE state = 'open' and overdue_told_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "successions_customer_chooses_once" ON "successions" ("case_id") WHERE cause = 'customerChoice';--> statement-breakpoint
CREATE UNIQUE INDEX "successions_one_waits_at_a_time" ON "successions" ("case_id") WHERE completed_at is null;--> statement-breakpoint
CREATE INDEX "successions_by_case" ON "successions" ("case_id","id");--> statement-breakpoint
CREATE INDEX "successions_by_cause" ON "successions" ("cause","id");--> statement-breakpoint
CREATE INDEX "absences_by_employee" ON "absences" ("employee_id","until_at");--> statement-breakpoint
CREATE INDEX "attendance_by_person" ON "attendance" ("person_id","until_at");--> statement-breakpoint
CREATE INDEX "stand_ins_by_owner" ON "stand_ins" ("owner_id","until_at");--> statement-breakpoint
CREATE INDEX "stand_ins_by_stand_in" ON "stand_ins" ("stand_in_id","until_at");--> statement-breakpoint
CREATE INDEX "stand_ins_by_absence" ON "stand_ins" ("absence_id");--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_from_owner_exists" FOREIGN KEY ("from_owner_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_to_owner_exists" FOREIGN KEY ("to_owner_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_contact_exists" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id");--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_employee_exists" FOREIGN KEY ("employee_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_employee_exists" FOREIGN KEY ("employee_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_absence_exists" FOREIGN KEY ("absence_id","owner_id") REFERENCES "absences"("id","employee_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_employee_exists" FOREIGN KEY ("stand_in_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_yielded_is_known" CHECK ("yielded" is null or ("yielded" in ('customer', 'owner', 'team') and "computed"));--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_remind_before_the_end" CHECK ("remind_at" <= "window_until" and ("state" <> 'open' or "remind_at" is not null));--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_booked_have_a_place" CHECK (("booked_hour" is null) = ("place" is null) and "place" >= 1 and ("booked_hour" is null or not "computed"));
CREATE TABLE "rate_limits" (
	"caller" text PRIMARY KEY,
	"since" timestamp(3) with time zone NOT NULL,
	"taken" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "departures" (
	"employee_id" uuid PRIMARY KEY,
	"started_at" timestamp(3) with time zone NOT NULL,
	"completed_at" timestamp(3) with time zone,
	CONSTRAINT "departures_run_forward" CHECK ("completed_at" >= "started_at")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "given_name" text;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "family_name" text;--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_external_id_is_taken" UNIQUE("external_id");--> statement-breakpoint
CREATE INDEX "api_keys_by_handle" ON "api_keys" (substring(digest from 1 for 8));--> statement-breakpoint
CREATE INDEX "cases_about_employee" ON "cases" ("about_employee_id","id") WHERE about_employee_id is not null;--> statement-breakpoint
CREATE INDEX "employees_by_subject" ON "employees" (lower(subject));--> statement-breakpoint
CREATE INDEX "employees_by_email" ON "employees" (lower(email));--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_replaced_exists" FOREIGN KEY ("replaces_id") REFERENCES "api_keys"("id");--> statement-breakpoint
ALTER TABLE "departures" ADD CONSTRAINT "departures_employee_exists" FOREIGN KEY ("employee_id") REFERENCES "employees"("id");
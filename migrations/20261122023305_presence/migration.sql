CREATE TABLE "presences" (
	"employee_id" uuid PRIMARY KEY,
	"presence" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "presences_presence_is_known" CHECK ("presence" in ('present', 'away'))
);
--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_employee_exists" FOREIGN KEY ("employee_id") REFERENCES "employees"("id");
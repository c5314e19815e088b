CREATE TABLE "call_events" (
	"call_id" uuid,
	"event" text,
	"place" integer NOT NULL,
	"at" timestamp(3) with time zone,
	"employee_extension" text,
	CONSTRAINT "call_events_count_once" PRIMARY KEY("call_id","event"),
	CONSTRAINT "call_events_have_an_order" UNIQUE("call_id","place"),
	CONSTRAINT "call_events_moments_are_real" CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "call_events_event_is_known" CHECK ("event" in ('ringing', 'answered', 'ended')),
	CONSTRAINT "call_events_have_a_moment" CHECK ("at" is not null or "event" = 'ended')
);
--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "given_up" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "employee_extension" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "told_by_id" uuid;--> statement-breakpoint
CREATE INDEX "calls_by_state" ON "calls" ((case when answered then case when ended then 'ended' else 'answered' end
    when ended or given_up then 'missed' else 'ringing' end),"id");--> statement-breakpoint
CREATE INDEX "calls_by_employee" ON "calls" ("answered_by_id","id");--> statement-breakpoint
CREATE INDEX "calls_by_customer" ON "calls" ("customer_id","id");--> statement-breakpoint
CREATE INDEX "calls_by_case" ON "calls" ("case_id","id");--> statement-breakpoint
CREATE INDEX "calls_by_from" ON "calls" ("from_number","id");--> statement-breakpoint
CREATE INDEX "calls_by_to" ON "calls" ("to_number","id");--> statement-breakpoint
CREATE INDEX "calls_by_moment" ON "calls" ("at","id");--> statement-breakpoint
CREATE INDEX "calls_that_ring" ON "calls" ("at","id") WHERE not answered and not ended and not given_up and told_by_id is not null;--> statement-breakpoint
ALTER TABLE "call_events" ADD CONSTRAINT "call_events_call_exists" FOREIGN KEY ("call_id") REFERENCES "calls"("id");--> statement-breakpoint
ALTER TABLE "departures" DROP CONSTRAINT "departures_moments_are_real", ADD CONSTRAINT "departures_moments_are_real" CHECK (least("started_at", "due_at", "completed_at") >= '2000-01-01T00:00:00Z' and greatest("started_at", "due_at", "completed_at") < '2200-01-01T00:00:00Z');
CREATE TABLE "disturbances" (
	"id" uuid PRIMARY KEY,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"quiet_until" timestamp(3) with time zone NOT NULL,
	"worth_more" boolean DEFAULT false NOT NULL,
	"survey_id" uuid CONSTRAINT "disturbances_of_a_survey_are_one" UNIQUE,
	"contact_id" uuid CONSTRAINT "disturbances_of_a_letter_are_one" UNIQUE,
	"outreach_id" uuid,
	CONSTRAINT "disturbances_of_an_outreach_are_one" UNIQUE("outreach_id","customer_id"),
	CONSTRAINT "disturbances_moments_are_real" CHECK (least("at", "quiet_until") >= '2000-01-01T00:00:00Z' and greatest("at", "quiet_until") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "disturbances_are_of_one" CHECK (("kind" = 'survey') = ("survey_id" is not null) and ("kind" = 'letter') = ("contact_id" is not null)
        and ("kind" = 'outreach') = ("outreach_id" is not null)
        and num_nonnulls("survey_id", "contact_id", "outreach_id") = 1 and ("kind" = 'outreach' or not "worth_more")),
	CONSTRAINT "disturbances_last_a_week" CHECK ("quiet_until" = "at" + interval '168 hours')
);
--> statement-breakpoint
CREATE TABLE "outreach_customers" (
	"outreach_id" uuid,
	"customer_id" uuid,
	"decision" text NOT NULL,
	"refund" bigint,
	"why" text,
	"state" text NOT NULL,
	"because" text,
	"waits_for" text,
	"next_at" timestamp(3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"case_id" uuid CONSTRAINT "outreach_customers_case_is_of_one" UNIQUE,
	"gesture_id" uuid,
	"settled_at" timestamp(3) with time zone,
	CONSTRAINT "outreach_customers_once" PRIMARY KEY("outreach_id","customer_id"),
	CONSTRAINT "outreach_customers_moments_are_real" CHECK (least("next_at", "settled_at") >= '2000-01-01T00:00:00Z' and greatest("next_at", "settled_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "outreach_customers_decision_is_known" CHECK ("decision" in ('letSleep', 'inform', 'informAndRefund')),
	CONSTRAINT "outreach_customers_state_is_known" CHECK ("state" in ('waiting', 'opened', 'asleep', 'passed-over')),
	CONSTRAINT "outreach_customers_because_is_known" CHECK ("because" in ('opted-out', 'erased', 'merged', 'no-address', 'disturbed', 'no-place', 'too-late')),
	CONSTRAINT "outreach_customers_waits_for_is_known" CHECK ("waits_for" in ('place', 'week', 'owner')),
	CONSTRAINT "outreach_customers_sleep_for_a_reason" CHECK (("decision" = 'letSleep') = ("state" = 'asleep')
        and ("decision" <> 'letSleep' or length(btrim(coalesce("why", ''))) > 0)),
	CONSTRAINT "outreach_customers_have_it_all" CHECK (("state" = 'opened') = ("case_id" is not null) and ("state" = 'passed-over') = ("because" is not null)
        and ("state" = 'waiting') = ("settled_at" is null)
        and ("decision" = 'informAndRefund') = ("refund" is not null)
        and ("case_id" is not null and "refund" is not null) = ("gesture_id" is not null)),
	CONSTRAINT "outreach_customers_refund_is_worth_something" CHECK ("refund" between 1 and 100000000000000)
);
--> statement-breakpoint
CREATE TABLE "outreaches" (
	"id" uuid PRIMARY KEY,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"value_to_customer" text NOT NULL,
	"topic_id" uuid,
	"message" text NOT NULL,
	"decision" text NOT NULL,
	"refund" bigint,
	"why" text,
	"budget" bigint NOT NULL,
	"currency" text NOT NULL,
	"from_at" timestamp(3) with time zone NOT NULL,
	"until_at" timestamp(3) with time zone NOT NULL,
	"quiet_from" text NOT NULL,
	"quiet_until" text NOT NULL,
	"worth_more" text,
	"state" text NOT NULL,
	"announced_by_kind" text NOT NULL,
	"announced_by_id" uuid NOT NULL,
	"announced_at" timestamp(3) with time zone NOT NULL,
	"started_by_kind" text,
	"started_by_id" uuid,
	"started_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "outreaches_moments_are_real" CHECK (least("from_at", "until_at", "announced_at", "started_at", "ended_at") >= '2000-01-01T00:00:00Z' and greatest("from_at", "until_at", "announced_at", "started_at", "ended_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "outreaches_are_of_value_to_the_customer" CHECK (length(btrim("reason")) > 0 and length(btrim("value_to_customer")) > 0),
	CONSTRAINT "outreaches_decision_is_known" CHECK ("decision" in ('letSleep', 'inform', 'informAndRefund')),
	CONSTRAINT "outreaches_state_is_known" CHECK ("state" in ('draft', 'running', 'paused', 'stopped', 'done')),
	CONSTRAINT "outreaches_announced_by_is_known" CHECK ("announced_by_kind" in ('employee', 'system')),
	CONSTRAINT "outreaches_started_by_is_known" CHECK ("started_by_kind" in ('employee', 'system')),
	CONSTRAINT "outreaches_end_after_they_begin" CHECK ("until_at" > "from_at"),
	CONSTRAINT "outreaches_money_is_finite" CHECK ("budget" between 0 and 100000000000000 and "refund" between 1 and 100000000000000),
	CONSTRAINT "outreaches_nights_are_quiet" CHECK ("quiet_from" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and "quiet_until" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
        and "quiet_until" collate "C" < "quiet_from" collate "C"),
	CONSTRAINT "outreaches_states_have_it_all" CHECK (num_nulls("started_by_kind", "started_by_id", "started_at") in (0, 3)
        and ("state" not in ('running', 'paused', 'done') or "started_at" is not null)
        and ("state" <> 'draft' or "started_at" is null)
        and ("state" in ('stopped', 'done')) = ("ended_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "spending_accounts" ADD COLUMN "outreach_id" uuid;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "outreach_opt_out" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "gestures" ADD COLUMN "outreach_id" uuid;--> statement-breakpoint
ALTER TABLE "spending_accounts" ADD CONSTRAINT "spending_accounts_one_an_outreach" UNIQUE("outreach_id");--> statement-breakpoint
CREATE INDEX "disturbances_by_customer" ON "disturbances" ("customer_id","at");--> statement-breakpoint
CREATE INDEX "outreach_customers_waiting" ON "outreach_customers" ("outreach_id","next_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "outreach_customers_by_customer" ON "outreach_customers" ("customer_id");--> statement-breakpoint
ALTER TABLE "disturbances" ADD CONSTRAINT "disturbances_customer_exists" FOREIGN KEY ("customer_id") REFERENCES "customers"("id");--> statement-breakpoint
ALTER TABLE "disturbances" ADD CONSTRAINT "disturbances_survey_exists" FOREIGN KEY ("survey_id") REFERENCES "surveys"("id");--> statement-breakpoint
ALTER TABLE "disturbances" ADD CONSTRAINT "disturbances_contact_exists" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id");--> statement-breakpoint
ALTER TABLE "disturbances" ADD CONSTRAINT "disturbances_outreach_exists" FOREIGN KEY ("outreach_id") REFERENCES "outreaches"("id");--> statement-breakpoint
ALTER TABLE "outreach_customers" ADD CONSTRAINT "outreach_customers_outreach_exists" FOREIGN KEY ("outreach_id") REFERENCES "outreaches"("id");--> statement-breakpoint
ALTER TABLE "outreach_customers" ADD CONSTRAINT "outreach_customers_customer_exists" FOREIGN KEY ("customer_id") REFERENCES "customers"("id");--> statement-breakpoint
ALTER TABLE "outreach_customers" ADD CONSTRAINT "outreach_customers_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "outreach_customers" ADD CONSTRAINT "outreach_customers_gesture_exists" FOREIGN KEY ("gesture_id") REFERENCES "gestures"("id");--> statement-breakpoint
ALTER TABLE "outreaches" ADD CONSTRAINT "outreaches_topic_exists" FOREIGN KEY ("topic_id") REFERENCES "topics"("id");--> statement-breakpoint
ALTER TABLE "outreaches" ADD CONSTRAINT "outreaches_are_in_the_currency" FOREIGN KEY ("currency") REFERENCES "organisation"("currency");--> statement-breakpoint
ALTER TABLE "spending_accounts" ADD CONSTRAINT "spending_accounts_outreach_exists" FOREIGN KEY ("outreach_id") REFERENCES "outreaches"("id");--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_outreach_exists" FOREIGN KEY ("outreach_id") REFERENCES "outreaches"("id");--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_are_paid_once" CHECK (num_nonnulls("ask_id", "outreach_id") <= 1);--> statement-breakpoint
ALTER TABLE "spending_accounts" DROP CONSTRAINT "spending_accounts_are_of_one", ADD CONSTRAINT "spending_accounts_are_of_one" CHECK (num_nonnulls("case_id", "budget_id", "outreach_id") = 1
        and num_nonnulls("budget_id", "period", "starts_on", "ends_on") in (0, 4));
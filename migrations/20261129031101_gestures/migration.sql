CREATE TABLE "budgets" (
	"id" uuid PRIMARY KEY,
	"team_id" uuid,
	"employee_id" uuid,
	"period" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "budgets_have_a_period" UNIQUE("id","period"),
	CONSTRAINT "budgets_moments_are_real" CHECK (least("created_at") >= '2000-01-01T00:00:00Z' and greatest("created_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "budgets_are_of_one" CHECK (num_nonnulls("team_id", "employee_id") = 1),
	CONSTRAINT "budgets_period_is_known" CHECK ("period" in ('quarter', 'month')),
	CONSTRAINT "budgets_are_finite" CHECK ("amount" between 0 and 100000000000000)
);
--> statement-breakpoint
CREATE TABLE "spending_accounts" (
	"id" uuid PRIMARY KEY,
	"case_id" uuid CONSTRAINT "spending_accounts_one_a_case" UNIQUE,
	"budget_id" uuid,
	"kind" text GENERATED ALWAYS AS (case when case_id is not null then 'case' else 'budget' end) STORED NOT NULL,
	"period" text,
	"starts_on" date,
	"ends_on" date,
	"lines" integer DEFAULT 0 NOT NULL,
	"last_line" integer GENERATED ALWAYS AS (nullif(lines, 0)) STORED,
	"last_at" timestamp(3) with time zone,
	"spent" bigint DEFAULT 0 NOT NULL,
	"fulfilled" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "spending_accounts_one_a_period" UNIQUE("budget_id","starts_on"),
	CONSTRAINT "spending_accounts_have_a_kind" UNIQUE("id","kind"),
	CONSTRAINT "spending_accounts_moments_are_real" CHECK (least("last_at") >= '2000-01-01T00:00:00Z' and greatest("last_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "spending_accounts_are_of_one" CHECK (num_nonnulls("case_id", "budget_id") = 1
        and num_nonnulls("budget_id", "period", "starts_on", "ends_on") in (0, 4)),
	CONSTRAINT "spending_accounts_are_of_whole_periods" CHECK ("budget_id" is null or (extract(day from "starts_on") = 1
        and "starts_on" between '2000-01-01'::date and '2199-12-01'::date
        and case "period" when 'month' then "ends_on" = "starts_on" + '1 month'::interval
          else "ends_on" = "starts_on" + '3 months'::interval and extract(month from "starts_on") in (1, 4, 7, 10) end)),
	CONSTRAINT "spending_accounts_add_up" CHECK ("fulfilled" between 0 and "spent" and "lines" >= 0
        and ("lines" > 0 or ("spent" = 0 and "last_at" is null)))
);
--> statement-breakpoint
CREATE TABLE "gestures" (
	"id" uuid PRIMARY KEY,
	"case_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"granted_by_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"values" text[] DEFAULT '{}'::text[] NOT NULL,
	"state" text NOT NULL,
	"granted_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"fulfilment_reference" text CONSTRAINT "gestures_are_fulfilled_once" UNIQUE,
	"fulfilled_by_id" uuid,
	"withdrawn_by_id" uuid,
	"withdrawn_because" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "gestures_have_an_amount" UNIQUE("id","amount"),
	CONSTRAINT "gestures_have_a_state" UNIQUE("id","state"),
	CONSTRAINT "gestures_moments_are_real" CHECK (least("granted_at", "ended_at") >= '2000-01-01T00:00:00Z' and greatest("granted_at", "ended_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "gestures_kind_is_known" CHECK ("kind" in ('refund', 'credit', 'discount', 'gift', 'service')),
	CONSTRAINT "gestures_state_is_known" CHECK ("state" in ('granted', 'fulfilled', 'withdrawn')),
	CONSTRAINT "gestures_are_worth_something" CHECK ("amount" between 1 and 100000000000000),
	CONSTRAINT "gestures_end_once" CHECK (("state" = 'granted') = ("ended_at" is null) and "ended_at" >= "granted_at"),
	CONSTRAINT "gestures_fulfilled_have_a_reference" CHECK (("state" = 'fulfilled') = ("fulfilment_reference" is not null)
        and ("state" = 'fulfilled') = ("fulfilled_by_id" is not null)),
	CONSTRAINT "gestures_withdrawn_by_somebody" CHECK (("state" = 'withdrawn') = ("withdrawn_by_id" is not null)
        and ("withdrawn_because" is null or "state" = 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"account_id" uuid,
	"number" integer,
	"kind" text NOT NULL,
	"gesture_id" uuid NOT NULL,
	"gesture_amount" bigint NOT NULL,
	"phase" text NOT NULL,
	"amount" bigint NOT NULL,
	"balance" bigint NOT NULL,
	"fulfilled" bigint NOT NULL,
	"previous_number" integer GENERATED ALWAYS AS (nullif(number - 1, 0)) STORED,
	"previous_balance" bigint,
	"previous_fulfilled" bigint,
	"ceiling" bigint,
	"at" timestamp(3) with time zone NOT NULL,
	"held_as" text GENERATED ALWAYS AS (case when phase <> 'granted' then 'granted' end) STORED,
	"ended_as" text GENERATED ALWAYS AS (case when phase <> 'granted' then phase end) STORED,
	CONSTRAINT "ledger_pkey" PRIMARY KEY("account_id","number"),
	CONSTRAINT "ledger_has_balances" UNIQUE("account_id","number","balance","fulfilled"),
	CONSTRAINT "ledger_each_phase_once" UNIQUE("account_id","gesture_id","phase"),
	CONSTRAINT "ledger_moments_are_real" CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "ledger_phase_is_known" CHECK ("phase" in ('granted', 'fulfilled', 'withdrawn')),
	CONSTRAINT "ledger_begins_with_one" CHECK ("number" >= 1 and ("number" = 1) = ("previous_balance" is null)
        and ("number" = 1) = ("previous_fulfilled" is null)),
	CONSTRAINT "ledger_adds_up" CHECK ("amount" = case "phase" when 'granted' then "gesture_amount" when 'withdrawn' then - "gesture_amount" else 0 end
        and "balance" = coalesce("previous_balance", 0) + "amount"
        and "fulfilled" = coalesce("previous_fulfilled", 0)
          + case "phase" when 'fulfilled' then "gesture_amount" else 0 end
        and "fulfilled" between 0 and "balance"),
	CONSTRAINT "ledger_within_the_ceiling" CHECK ("kind" <> 'case' or "phase" <> 'granted' or ("ceiling" is not null and "balance" <= "ceiling")),
	CONSTRAINT "ledger_within_the_budget" CHECK ("kind" <> 'budget' or "phase" <> 'granted' or ("ceiling" is not null and "balance" <= "ceiling"))
);
--> statement-breakpoint
CREATE TABLE "shared_values" (
	"id" smallint PRIMARY KEY DEFAULT 1,
	"list" jsonb DEFAULT '[]' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "shared_values_are_one_list" CHECK ("id" = 1)
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_has_one_currency" UNIQUE("currency");--> statement-breakpoint
CREATE UNIQUE INDEX "budgets_of_a_team_are_one" ON "budgets" ("team_id","period") WHERE team_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "budgets_of_an_employee_are_one" ON "budgets" ("employee_id","period") WHERE employee_id is not null;--> statement-breakpoint
CREATE INDEX "gestures_by_case" ON "gestures" ("case_id","id");--> statement-breakpoint
CREATE INDEX "gestures_by_team" ON "gestures" ("team_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_ends_once" ON "ledger" ("account_id","gesture_id") WHERE phase <> 'granted';--> statement-breakpoint
CREATE INDEX "ledger_by_gesture" ON "ledger" ("gesture_id");--> statement-breakpoint
ALTER TABLE "budgets" ADD CONSTRAINT "budgets_team_exists" FOREIGN KEY ("team_id") REFERENCES "teams"("id");--> statement-breakpoint
ALTER TABLE "budgets" ADD CONSTRAINT "budgets_employee_exists" FOREIGN KEY ("employee_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "budgets" ADD CONSTRAINT "budgets_are_in_the_currency" FOREIGN KEY ("currency") REFERENCES "organisation"("currency");--> statement-breakpoint
ALTER TABLE "spending_accounts" ADD CONSTRAINT "spending_accounts_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "spending_accounts" ADD CONSTRAINT "spending_accounts_budget_exists" FOREIGN KEY ("budget_id","period") REFERENCES "budgets"("id","period");--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_team_exists" FOREIGN KEY ("team_id") REFERENCES "teams"("id");--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_owner_exists" FOREIGN KEY ("owner_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_granted_by_exists" FOREIGN KEY ("granted_by_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_withdrawn_by_exists" FOREIGN KEY ("withdrawn_by_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_are_in_the_currency" FOREIGN KEY ("currency") REFERENCES "organisation"("currency");--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_account_exists" FOREIGN KEY ("account_id","kind") REFERENCES "spending_accounts"("id","kind");--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_gesture_exists" FOREIGN KEY ("gesture_id","gesture_amount") REFERENCES "gestures"("id","amount");--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_ends_with_its_gesture" FOREIGN KEY ("gesture_id","ended_as") REFERENCES "gestures"("id","state");--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_ends_what_was_held" FOREIGN KEY ("account_id","gesture_id","held_as") REFERENCES "ledger"("account_id","gesture_id","phase");--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_follows_the_line_before" FOREIGN KEY ("account_id","previous_number","previous_balance","previous_fulfilled") REFERENCES "ledger"("account_id","number","balance","fulfilled");
--> statement-breakpoint
-- The one list of values, which begins empty.
INSERT INTO "shared_values" DEFAULT VALUES;

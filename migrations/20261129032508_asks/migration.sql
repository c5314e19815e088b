CREATE TABLE "asks" (
	"id" uuid PRIMARY KEY,
	"case_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"wish" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"ceiling" bigint,
	"reason" text NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"answer_by" timestamp(3) with time zone NOT NULL,
	"state" text NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"by_silence" boolean DEFAULT false NOT NULL,
	"answered_by_id" uuid,
	"answer_reason" text,
	"alternative" text,
	"tell_at" timestamp(3) with time zone GENERATED ALWAYS AS (case when state = 'open' then answer_by end) STORED,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "asks_have_an_amount" UNIQUE("id","amount","currency"),
	CONSTRAINT "asks_moments_are_real" CHECK (least("asked_at", "answer_by", "closed_at") >= '2000-01-01T00:00:00Z' and greatest("asked_at", "answer_by", "closed_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "asks_state_is_known" CHECK ("state" in ('open', 'granted', 'refused', 'withdrawn')),
	CONSTRAINT "asks_within_the_ceiling" CHECK ("ceiling" is not null and "amount" between 1 and "ceiling"),
	CONSTRAINT "asks_are_answered_later" CHECK ("answer_by" > "asked_at"),
	CONSTRAINT "asks_end_once" CHECK (("state" = 'open') = ("closed_at" is null) and "closed_at" >= "asked_at"
        and (not "by_silence" or "state" = 'granted')),
	CONSTRAINT "asks_silence_is_yes" CHECK (case when "by_silence" then "closed_at" = "answer_by" else "closed_at" < "answer_by" end),
	CONSTRAINT "asks_no_has_its_reasons" CHECK ("state" <> 'refused' or ("answer_reason" is not null and "alternative" is not null)),
	CONSTRAINT "asks_are_answered_by_another" CHECK (("answered_by_id" is not null) = ("state" = 'refused' or ("state" = 'granted' and not "by_silence"))
        and "answered_by_id" <> "asked_by_id")
);
--> statement-breakpoint
ALTER TABLE "gestures" ADD COLUMN "ask_id" uuid;--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_one_an_ask" UNIQUE("ask_id");--> statement-breakpoint
CREATE INDEX "asks_by_case" ON "asks" ("case_id","id");--> statement-breakpoint
CREATE INDEX "asks_by_team" ON "asks" ("team_id","id");--> statement-breakpoint
CREATE INDEX "asks_to_tell" ON "asks" ("tell_at") WHERE tell_at is not null;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_team_exists" FOREIGN KEY ("team_id") REFERENCES "teams"("id");--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_asked_by_exists" FOREIGN KEY ("asked_by_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_answered_by_exists" FOREIGN KEY ("answered_by_id") REFERENCES "employees"("id");--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_are_in_the_currency" FOREIGN KEY ("currency") REFERENCES "organisation"("currency");--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_are_what_was_asked" FOREIGN KEY ("ask_id","amount","currency") REFERENCES "asks"("id","amount","currency");--> statement-breakpoint
ALTER TABLE "gestures" DROP CONSTRAINT "gestures_state_is_known", ADD CONSTRAINT "gestures_state_is_known" CHECK ("state" in ('granted', 'fulfilled', 'withdrawn', 'refused'));--> statement-breakpoint
ALTER TABLE "gestures" DROP CONSTRAINT "gestures_end_once", ADD CONSTRAINT "gestures_end_once" CHECK (("state" = 'granted') = ("ended_at" is null) and ("ended_at" < "granted_at") = ("state" = 'refused')
        and ("state" <> 'refused' or "ask_id" is not null));
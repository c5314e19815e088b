CREATE TABLE "event_tickets" (
	"digest" bytea PRIMARY KEY,
	"caller_kind" text NOT NULL,
	"caller_id" uuid NOT NULL,
	"on_behalf_of" uuid,
	"expires_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "event_tickets_moments_are_real" CHECK (least("expires_at") >= '2000-01-01T00:00:00Z' and greatest("expires_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "event_tickets_digest_is_sha256" CHECK (octet_length("digest") = 32)
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY,
	"webhook_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"case_id" uuid,
	"case_sequence" integer,
	"state" text NOT NULL,
	"asked" boolean DEFAULT false NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp(3) with time zone,
	"claimed_until" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"last_tried_at" timestamp(3) with time zone,
	"delivered_at" timestamp(3) with time zone,
	"last_status" integer,
	"last_error" text,
	"last_answer" text,
	"last_milliseconds" integer,
	CONSTRAINT "webhook_deliveries_tell_of_an_event_once" UNIQUE("webhook_id","event_id"),
	CONSTRAINT "webhook_deliveries_moments_are_real" CHECK (least("next_at", "claimed_until", "created_at", "last_tried_at", "delivered_at") >= '2000-01-01T00:00:00Z' and greatest("next_at", "claimed_until", "created_at", "last_tried_at", "delivered_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "webhook_deliveries_state_is_known" CHECK ("state" in ('pending', 'delivered', 'parked')),
	CONSTRAINT "webhook_deliveries_pending_have_a_moment" CHECK (("state" = 'pending') = ("next_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" uuid PRIMARY KEY,
	"url" text NOT NULL,
	"types" text[] NOT NULL,
	"description" text,
	"active" boolean NOT NULL,
	"format" text NOT NULL,
	"secret" text NOT NULL,
	"previous_secret" text,
	"previous_until" timestamp(3) with time zone,
	"made_for_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"disabled_at" timestamp(3) with time zone,
	"disabled_because" text,
	"failing_since" timestamp(3) with time zone,
	"slow_until" timestamp(3) with time zone,
	"slow_steps" integer DEFAULT 0 NOT NULL,
	"position" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "webhooks_moments_are_real" CHECK (least("previous_until", "created_at", "disabled_at", "failing_since", "slow_until") >= '2000-01-01T00:00:00Z' and greatest("previous_until", "created_at", "disabled_at", "failing_since", "slow_until") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "webhooks_format_is_known" CHECK ("format" in ('standard', 'cloudevents')),
	CONSTRAINT "webhooks_disabled_have_a_reason" CHECK (("disabled_at" is null) = ("disabled_because" is null) and not ("active" and "disabled_at" is not null)),
	CONSTRAINT "webhooks_previous_secret_ends" CHECK (("previous_secret" is null) = ("previous_until" is null))
);
--> statement-breakpoint
CREATE INDEX "event_tickets_by_end" ON "event_tickets" ("expires_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_by_moment" ON "webhook_deliveries" ("webhook_id","created_at","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_to_send" ON "webhook_deliveries" ("webhook_id","next_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_of_a_case" ON "webhook_deliveries" ("webhook_id","case_id","case_sequence") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_by_end" ON "webhook_deliveries" ("delivered_at") WHERE state = 'delivered';--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_exists" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE;
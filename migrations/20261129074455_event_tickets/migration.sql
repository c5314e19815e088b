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
CREATE INDEX "event_tickets_by_end" ON "event_tickets" ("expires_at");
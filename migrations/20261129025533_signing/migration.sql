CREATE TABLE "checkpoints" (
	"position" bigint PRIMARY KEY,
	"chain" bytea NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"kid" text NOT NULL,
	"statement" text NOT NULL,
	CONSTRAINT "checkpoints_moments_are_real" CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "checkpoints_chain_is_sha256" CHECK (octet_length("chain") = 32)
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"kid" text PRIMARY KEY,
	"public_key" jsonb NOT NULL,
	"private_key" jsonb,
	"made_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "signing_keys_moments_are_real" CHECK (least("made_at") >= '2000-01-01T00:00:00Z' and greatest("made_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "signing_keys_public_parts_are_public" CHECK (not "public_key" ? 'd')
);
--> statement-breakpoint
ALTER TABLE "checkpoints" ADD CONSTRAINT "checkpoints_key_exists" FOREIGN KEY ("kid") REFERENCES "signing_keys"("kid");
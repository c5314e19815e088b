CREATE TABLE "erasures" (
	"id" uuid PRIMARY KEY,
	"customer_id" uuid NOT NULL CONSTRAINT "erasures_are_done_once" UNIQUE,
	"because" text NOT NULL,
	"erased_by_kind" text NOT NULL,
	"erased_by_id" uuid,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "erasures_moments_are_real" CHECK (least("at") >= '2000-01-01T00:00:00Z' and greatest("at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "erasures_because_is_known" CHECK ("because" in ('request', 'age')),
	CONSTRAINT "erasures_by_is_known" CHECK ("erased_by_kind" in ('employee', 'system'))
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "erased_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_customer_exists" FOREIGN KEY ("customer_id") REFERENCES "customers"("id");--> statement-breakpoint
ALTER TABLE "customers" DROP CONSTRAINT "customers_can_be_recognised", ADD CONSTRAINT "customers_can_be_recognised" CHECK ("anonymous" or "erased_at" is not null or num_nonnulls("name", "phone", "email") > 0 or "other_contact_points" <> '[]');--> statement-breakpoint
ALTER TABLE "customers" DROP CONSTRAINT "customers_moments_are_real", ADD CONSTRAINT "customers_moments_are_real" CHECK (least("erased_at", "created_at") >= '2000-01-01T00:00:00Z' and greatest("erased_at", "created_at") < '2200-01-01T00:00:00Z');
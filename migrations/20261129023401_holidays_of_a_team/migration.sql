ALTER TABLE "agreements" ADD COLUMN "openings" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "keeps_holidays" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "holiday_country" text;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "holiday_region" text;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_region_is_of_a_country" CHECK ("holiday_region" is null or "holiday_country" is not null);--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_holidays_are_somewhere" CHECK ("holiday_country" ~ '^[A-Z]{2}$' and ("holiday_region" is null or char_length("holiday_region") between 1 and 40));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_openings_are_days" CHECK (case when jsonb_typeof("openings") = 'array' then jsonb_array_length("openings") <= 400 else false end);
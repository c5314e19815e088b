CREATE TABLE "import_lines" (
	"import_id" uuid,
	"line" integer,
	"given" text[] NOT NULL,
	"name" text,
	"kind" text,
	"phone" text,
	"email" text,
	"language" text,
	"segment" text,
	"system" text,
	"external_id" text,
	"customer_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"pointer" text,
	"message" text,
	"original" jsonb,
	CONSTRAINT "import_lines_are_numbered" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "import_refusals" (
	"import_id" uuid,
	"line" integer,
	"pointer" text NOT NULL,
	"message" text NOT NULL,
	"original" jsonb NOT NULL,
	CONSTRAINT "import_refusals_are_numbered" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"dry_run" boolean NOT NULL,
	"read" integer NOT NULL,
	"made" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"prepared" boolean DEFAULT false NOT NULL,
	"after_line" integer DEFAULT 0 NOT NULL,
	"started_by_kind" text NOT NULL,
	"started_by_id" uuid NOT NULL,
	"on_behalf_of" uuid,
	"started_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"failed_because" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "imports_moments_are_real" CHECK (least("started_at", "ended_at") >= '2000-01-01T00:00:00Z' and greatest("started_at", "ended_at") < '2200-01-01T00:00:00Z'),
	CONSTRAINT "imports_kind_is_known" CHECK ("kind" in ('customers')),
	CONSTRAINT "imports_state_is_known" CHECK ("state" in ('running', 'done', 'failed')),
	CONSTRAINT "imports_end_once" CHECK (("state" = 'running') = ("ended_at" is null)),
	CONSTRAINT "imports_failed_for_a_reason" CHECK (("state" = 'failed') = ("failed_because" is not null)),
	CONSTRAINT "imports_count_every_line" CHECK (least("made", "changed", "unchanged", "refused") >= 0
        and "made" + "changed" + "unchanged" + "refused" <= "read"
        and ("state" <> 'done' or "made" + "changed" + "unchanged" + "refused" = "read"))
);
--> statement-breakpoint
ALTER TABLE "import_refusals" ADD CONSTRAINT "import_refusals_import_exists" FOREIGN KEY ("import_id") REFERENCES "imports"("id");
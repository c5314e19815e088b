DROP INDEX "callbacks_to_remind";--> statement-breakpoint
DROP INDEX "callbacks_to_tell_overdue";--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "tell_at" timestamp(3) with time zone GENERATED ALWAYS AS (case when state = 'open' then case when reminded_at is null then remind_at when overdue_told_at is null then window_until end end) STORED;--> statement-breakpoint
CREATE INDEX "callbacks_to_tell" ON "callbacks" ("tell_at") WHERE tell_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "events_tell_of_a_deadline_once" ON "events" ((data ->> 'callbackId'),"type") WHERE type in ('callback.due', 'callback.overdue');
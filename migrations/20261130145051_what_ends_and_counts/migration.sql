-- What earlier migrations of the same upgrade still have to look at is looked at now: a table can wait for nothing while it changes.
-- What is there already is looked at in the migration that follows.
SET CONSTRAINTS ALL IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "event_tickets" ADD CONSTRAINT "event_tickets_caller_is_known" CHECK ("caller_kind" in ('employee', 'system')) NOT VALID;--> statement-breakpoint
ALTER TABLE "heads_ups" ADD CONSTRAINT "heads_ups_somebody_knows" CHECK (array_position("who_knows", null) is null) NOT VALID;--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_open_have_no_contact" CHECK ("state" <> 'open' or "contact_id" is null) NOT VALID;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_faces_are_somebody" CHECK (array_position("faces", null) is null and array_position("assignment_considered", null) is null) NOT VALID;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_channel_is_known" CHECK ("channel" in ('phone', 'email', 'chat', 'visit', 'letter', 'web')) NOT VALID;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_outcome_is_known" CHECK ("outcome" in ('reached', 'no-answer', 'voicemail', 'busy', 'wrong-number', 'message-sent', 'missed')) NOT VALID;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD CONSTRAINT "customer_facts_end_on_a_day" CHECK ("until" between '0001-01-01'::date and '9999-12-31'::date) NOT VALID;--> statement-breakpoint
ALTER TABLE "signing_keys" ADD CONSTRAINT "signing_keys_are_of_their_form" CHECK (coalesce("public_key" @> '{"kty": "EC", "crv": "P-256"}' and "public_key" ->> 'kid' = "kid"
        and "public_key" ->> 'x' ~ '^[\w-]{43}$' and "public_key" ->> 'y' ~ '^[\w-]{43}$', false)
        and ("private_key" is null or coalesce("private_key" @> '{"kty": "EC", "crv": "P-256"}'
        and "private_key" ->> 'x' = "public_key" ->> 'x' and "private_key" ->> 'y' = "public_key" ->> 'y'
        and "private_key" ->> 'd' ~ '^[\w-]{43}$', false))) NOT VALID;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_faces_are_somebody" CHECK (array_position("faces", null) is null) NOT VALID;--> statement-breakpoint
SET CONSTRAINTS ALL DEFERRED;

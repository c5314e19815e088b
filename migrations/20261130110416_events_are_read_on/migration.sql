-- What an event says is an object, and its trace has the form of one: whoever reads the feed counts on both. Events that a script made
-- otherwise are named, all in one message, before anything changes.
DO $$
DECLARE
  strays text;
BEGIN
  SELECT string_agg(id::text, ', ' ORDER BY id) INTO strays FROM events
  WHERE jsonb_typeof(data) <> 'object' OR trace_parent !~ '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$';
  IF strays IS NOT NULL THEN
    RAISE EXCEPTION 'Events that say no object, or whose trace is none, by table and id:
events: %', strays
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_data_is_an_object" CHECK (jsonb_typeof("data") = 'object'),
  ADD CONSTRAINT "events_trace_is_one" CHECK ("trace_parent" ~ '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');

-- Events get their places in a table of their own and never change again.
CREATE TABLE "feed" (
	"position" bigint PRIMARY KEY,
	"event_id" uuid NOT NULL CONSTRAINT "feed_has_an_event_once" UNIQUE,
	"hash" bytea NOT NULL,
	"chain" bytea NOT NULL,
	CONSTRAINT "feed_positions_count_from_one" CHECK ("position" >= 1),
	CONSTRAINT "feed_hashes_are_sha256" CHECK (octet_length("hash") = 32 and octet_length("chain") = 32)
);
--> statement-breakpoint
CREATE TABLE "feed_head" (
	"only" boolean PRIMARY KEY DEFAULT true,
	"until" xid8 NOT NULL,
	"after" uuid,
	"waiting" xid8[] NOT NULL,
	"writer" xid8 NOT NULL,
	CONSTRAINT "feed_head_is_one" CHECK ("only")
);
--> statement-breakpoint
-- What an event says, with the hash of the one before it in its case: the text that a JSON array of these members has in
-- PostgreSQL. It holds ids and facts; words of people are not in events, so erasing them changes no hash.
CREATE FUNCTION event_hash(e events, before bytea) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(coalesce(before, '') || convert_to(jsonb_build_array(e.id, e.type,
    to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.case_id, e.case_sequence, e.customer_id,
    e.actor_kind, e.actor_id, e.on_behalf_of, e.data)::text, 'UTF8'))
$$;
--> statement-breakpoint
-- Copies the places that there are, as they are: cursors name them. 8,000 in a second, or more.
CREATE FUNCTION copy_places() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  last feed;
  e events;
  before bytea;
  total bigint;
  done bigint := 0;
BEGIN
  SELECT * INTO last FROM feed ORDER BY position DESC LIMIT 1;
  SELECT count(*) INTO total FROM events WHERE position > coalesce(last.position, 0);
  FOR e IN SELECT * FROM events WHERE position > coalesce(last.position, 0) ORDER BY position LOOP
    before := NULL;
    IF e.case_sequence > 1 THEN
      SELECT f.hash INTO before FROM events p JOIN feed f ON f.event_id = p.id
      WHERE p.case_id = e.case_id AND p.case_sequence = e.case_sequence - 1;
    END IF;
    last.hash := event_hash(e, before);
    last.chain := sha256(coalesce(last.chain, '') || last.hash);
    INSERT INTO feed (position, event_id, hash, chain) VALUES (e.position, e.id, last.hash, last.chain);
    done := done + 1;
    IF done % 50000 = 0 THEN
      RAISE NOTICE 'Gave places in the feed to % of % events', done, total;
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- Before anything is locked: what is long, others may write beside.
SELECT copy_places();
--> statement-breakpoint
DROP INDEX "events_not_in_the_feed";--> statement-breakpoint
-- Two steps, so that what is there already has no transaction: it has its place, or will get one as what was restored does.
ALTER TABLE "events" ADD COLUMN "tx" xid8;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "tx" SET DEFAULT pg_current_xact_id();--> statement-breakpoint
CREATE INDEX "events_by_transaction" ON "events" ("tx","id") WHERE tx is not null;
--> statement-breakpoint
-- Now events are ours until the end, and nobody numbers: the few places that came meanwhile.
SELECT copy_places();
--> statement-breakpoint
DROP FUNCTION copy_places();
--> statement-breakpoint
-- The writer is nobody, which is what a restored row looks like: the first turn finds all that has no place.
INSERT INTO feed_head ("until", waiting, writer) VALUES ('3', '{}', '0');

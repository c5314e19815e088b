-- The feed: the place of each event among all of them, and the chain of hashes that holds the history together (law 15).

-- What an event says, with the hash of the one before it in its case: the text that a JSON array of these members has in
-- PostgreSQL. It holds ids and facts; words of people are not in events, so erasing them changes no hash.
CREATE FUNCTION event_hash(e events, before bytea) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(coalesce(before, '') || convert_to(jsonb_build_array(e.id, e.type,
    to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.case_id, e.case_sequence, e.customer_id,
    e.actor_kind, e.actor_id, e.on_behalf_of, e.data)::text, 'UTF8'))
$$;

-- Whoever inserts says which event; its place is the one after the last, and so is its link. A foreign key to the event
-- would lock, which is to write, every event once more; events are never removed, so it is enough to have seen it.
CREATE FUNCTION feed_gives_the_next_place() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  last feed;
  e events;
  before bytea;
BEGIN
  SELECT * INTO e FROM events WHERE id = NEW.event_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'what has a place in the feed is an event' USING
      ERRCODE = 'foreign_key_violation', CONSTRAINT = 'feed_is_of_events', TABLE = TG_TABLE_NAME;
  END IF;
  IF e.case_sequence > 1 THEN
    SELECT f.hash INTO before FROM events p JOIN feed f ON f.event_id = p.id
    WHERE p.case_id = e.case_id AND p.case_sequence = e.case_sequence - 1;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'within a case the feed has the order of its history' USING
        ERRCODE = 'check_violation', CONSTRAINT = 'feed_keeps_the_order_of_a_case', TABLE = TG_TABLE_NAME;
    END IF;
  END IF;
  SELECT * INTO last FROM feed ORDER BY position DESC LIMIT 1;
  NEW.position := coalesce(last.position, 0) + 1;
  NEW.hash := event_hash(e, before);
  NEW.chain := sha256(coalesce(last.chain, '') || NEW.hash);
  RETURN NEW;
END $$;

CREATE TRIGGER feed_gives_the_next_place BEFORE INSERT ON feed FOR EACH ROW
  EXECUTE FUNCTION feed_gives_the_next_place();
CREATE TRIGGER feed_is_final BEFORE UPDATE OR DELETE ON feed FOR EACH ROW EXECUTE FUNCTION refuse('feed_is_final');
CREATE TRIGGER feed_stays BEFORE TRUNCATE ON feed EXECUTE FUNCTION refuse('feed_is_final');

-- How far the feed has come is what it has come: no event that is there stays behind it without a place, and what has not
-- ended yet is waited for. One that said more would stop the feed for good.
CREATE FUNCTION feed_head_goes_on() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  present pg_snapshot := pg_current_snapshot();
  -- Of a dump, its transactions are those of another cluster.
  restored boolean := feed_is_restored();
BEGIN
  IF NEW.writer <> pg_current_xact_id() OR NEW.until > pg_snapshot_xmax(present)
    OR EXISTS (SELECT FROM (SELECT pg_snapshot_xip(present) UNION SELECT pg_current_xact_id()) t (x)
      WHERE x < NEW.until AND x <> ALL (NEW.waiting))
    OR EXISTS (SELECT FROM unnest(OLD.waiting) w (tx) CROSS JOIN LATERAL (SELECT FROM events e WHERE e.tx = w.tx
      AND (e.tx < NEW.until OR (e.tx = NEW.until AND e.id <= NEW.after)) AND e.tx <> ALL (NEW.waiting)
      AND NOT EXISTS (SELECT FROM feed f WHERE f.event_id = e.id) LIMIT 1) e)
    OR EXISTS (SELECT FROM events e WHERE e.tx >= OLD.until AND e.tx <= NEW.until
      AND (e.tx < NEW.until OR e.id <= NEW.after) AND e.tx <> ALL (NEW.waiting)
      AND NOT EXISTS (SELECT FROM feed f WHERE f.event_id = e.id))
    OR (restored AND EXISTS (SELECT FROM events e WHERE e.tx < NEW.until AND e.tx <> ALL (NEW.waiting)
      AND NOT EXISTS (SELECT FROM feed f WHERE f.event_id = e.id))) THEN
    RAISE EXCEPTION 'the feed has not come as far' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'feed_is_final', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER feed_head_goes_on BEFORE UPDATE ON feed_head FOR EACH ROW EXECUTE FUNCTION feed_head_goes_on();
CREATE TRIGGER feed_head_stays BEFORE DELETE ON feed_head FOR EACH ROW EXECUTE FUNCTION refuse('feed_is_final');
CREATE TRIGGER feed_head_stays_all BEFORE TRUNCATE ON feed_head EXECUTE FUNCTION refuse('feed_is_final');

-- Whether the head of the feed came out of a dump: then it speaks of the transactions of another cluster. A row that
-- was written here has its writer for `xmin`.
CREATE FUNCTION feed_is_restored() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT xmin::text::numeric <> writer::text::numeric % 4294967296 FROM feed_head
$$;

-- Whether there may be events without a place. Asked without a lock, before each reading of the feed.
CREATE FUNCTION feed_waits() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT feed_is_restored()
    -- One after the other by their index: where few transactions wrote most events, all of them at once would be a whole table.
    OR EXISTS (SELECT FROM unnest(h.waiting) w (tx) CROSS JOIN LATERAL (SELECT FROM events WHERE tx = w.tx LIMIT 1) e)
    OR EXISTS (SELECT FROM events e WHERE (e.tx, e.id) > (h.until, coalesce(h.after, '00000000-0000-0000-0000-000000000000'))
      AND e.tx >= h.until AND e.tx < pg_snapshot_xmax(pg_current_snapshot()))
  FROM feed_head h
$$;

-- Gives places to events that became visible since the last turn, `most` of them, and answers how many it looked at: with
-- as many as that there may be more. One at a time, over all instances. A place that is given at the insert would lie:
-- what is committed late would stand behind readers who have passed it.
CREATE FUNCTION number_feed(most integer) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  head feed_head;
  restored boolean;
  present pg_snapshot;
  picked uuid[];
  last record;
BEGIN
  PERFORM pg_advisory_xact_lock(4919);
  -- From here on each statement sees what those before us have numbered.
  SELECT * INTO head FROM feed_head;
  restored := feed_is_restored();
  SELECT pg_current_snapshot() INTO present;

  IF restored THEN
    -- The transactions in `head` and in restored events are those of another cluster: what has no place tells.
    picked := array(SELECT id FROM events e WHERE NOT EXISTS (SELECT FROM feed f WHERE f.event_id = e.id)
      ORDER BY at, id LIMIT most);
  ELSE
    -- Of a dump there may be events whose transactions are still to come here: they come by once, with their places.
    SELECT array_agg(id ORDER BY tx, id) AS ids, (array_agg(tx ORDER BY tx DESC, id DESC))[1] AS tx,
        (array_agg(id ORDER BY tx DESC, id DESC))[1] AS id INTO last
    FROM (
      SELECT * FROM (
        (SELECT e.tx, e.id FROM unnest(head.waiting) w (tx)
          CROSS JOIN LATERAL (SELECT tx, id FROM events WHERE tx = w.tx ORDER BY tx, id LIMIT most) e ORDER BY e.tx, e.id LIMIT most)
        UNION ALL
        (SELECT tx, id FROM events WHERE (tx, id) > (head.until, coalesce(head.after, '00000000-0000-0000-0000-000000000000'))
          AND tx >= head.until AND tx < pg_snapshot_xmax(present) ORDER BY tx, id LIMIT most)
      ) both_kinds ORDER BY tx, id LIMIT most
    ) first_ones;
    picked := last.ids;
  END IF;
  IF coalesce(cardinality(picked), 0) = 0 AND NOT restored THEN
    RETURN 0;
  END IF;

  INSERT INTO feed (event_id)
  WITH batch AS (
    SELECT e.id, case_id, case_sequence, at FROM unnest(picked) p (id) JOIN events e ON e.id = p.id
    WHERE NOT EXISTS (SELECT FROM feed f WHERE f.event_id = e.id)
  ),
  -- A transaction may have got its number before one that it waited for: what comes before an event in its case.
  earlier AS (
    SELECT e.id, e.case_id, e.case_sequence, e.at
    FROM (SELECT case_id, max(case_sequence) AS last FROM batch WHERE case_id IS NOT NULL GROUP BY case_id) b
    JOIN events e ON e.case_id = b.case_id AND e.case_sequence < b.last
    WHERE (restored OR e.tx = ANY (head.waiting) OR e.tx >= head.until)
      AND NOT EXISTS (SELECT FROM feed f WHERE f.event_id = e.id)
  ),
  -- Within a case the order is that of its history; what happened at one moment has the order in which it was made, as its
  -- ids tell. They are compared as text: PostgreSQL 15 has no max(uuid).
  moments AS (
    SELECT id, case_sequence, coalesce(case_id, id) AS history,
      max(at) OVER (PARTITION BY coalesce(case_id, id) ORDER BY case_sequence) AS latest
    FROM (SELECT * FROM batch UNION SELECT * FROM earlier) w
  ),
  placed AS (
    SELECT id, case_sequence, latest,
      max(id::text COLLATE "C") OVER (PARTITION BY history, latest ORDER BY case_sequence) AS latest_id
    FROM moments
  )
  SELECT id FROM placed ORDER BY latest, latest_id, case_sequence, id;
  PERFORM pg_notify('feed_grew', max(position)::text) FROM feed HAVING max(position) IS NOT NULL;

  IF coalesce(cardinality(picked), 0) < most THEN
    head.until := pg_snapshot_xmax(present);
    head.after := NULL;
  ELSIF restored THEN
    -- There may be more without a place, and only by that can they be found.
    RETURN most;
  ELSE
    head.until := last.tx;
    head.after := last.id;
  END IF;
  -- Our own transaction is in no snapshot of ours, and may write more.
  UPDATE feed_head SET until = head.until, after = head.after, writer = pg_current_xact_id(),
    waiting = array(SELECT x FROM (SELECT pg_snapshot_xip(present) UNION SELECT pg_current_xact_id()) t (x)
      WHERE x < head.until ORDER BY x);
  RETURN coalesce(cardinality(picked), 0);
END $$;

-- Until the next release, instances of the version before may run beside us. They number by an UPDATE of
-- `events.position` and read by it. Their UPDATE changes nothing; instead the feed is numbered, and its places are copied, so
-- that for their readers and ours each event stands at the same place, and none is passed over in between.
CREATE FUNCTION events_position_is_the_place() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM feed WHERE position = NEW.position AND event_id = NEW.id) AND pg_trigger_depth() > 1 THEN
    RETURN NEW;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER events_position_is_the_place BEFORE UPDATE ON events FOR EACH ROW
  EXECUTE FUNCTION events_position_is_the_place();

CREATE FUNCTION events_get_their_places() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM number_feed(1000);
  UPDATE events e SET position = f.position
  FROM (SELECT coalesce(max(position), 0) AS position FROM events WHERE position IS NOT NULL) last, feed f
  WHERE f.position > last.position AND f.position <= last.position + 5000 AND e.id = f.event_id;
  RETURN NULL;
END $$;

CREATE TRIGGER events_get_their_places AFTER UPDATE ON events FOR EACH STATEMENT
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION events_get_their_places();

CREATE TRIGGER events_begin_outside_the_feed BEFORE INSERT ON events FOR EACH ROW
  WHEN (NEW.position IS NOT NULL) EXECUTE FUNCTION refuse('events_are_final');

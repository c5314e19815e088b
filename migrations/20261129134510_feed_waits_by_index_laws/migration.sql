-- Whether there may be events without a place. Asked without a lock, before each reading of the feed.
CREATE OR REPLACE FUNCTION feed_waits() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT feed_is_restored()
    -- One after the other by their index: where few transactions wrote most events, all of them at once would be a whole table.
    OR EXISTS (SELECT FROM unnest(h.waiting) w (tx) CROSS JOIN LATERAL (SELECT FROM events WHERE tx = w.tx LIMIT 1) e)
    OR EXISTS (SELECT FROM events e WHERE (e.tx, e.id) > (h.until, coalesce(h.after, '00000000-0000-0000-0000-000000000000'))
      AND e.tx >= h.until AND e.tx < pg_snapshot_xmax(pg_current_snapshot()))
  FROM feed_head h
$$;
--> statement-breakpoint
-- Gives places to events that became visible since the last turn, `most` of them, and answers how many it looked at: with
-- as many as that there may be more. One at a time, over all instances. A place that is given at the insert would lie:
-- what is committed late would stand behind readers who have passed it.
CREATE OR REPLACE FUNCTION number_feed(most integer) RETURNS integer
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

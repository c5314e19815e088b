-- What earlier migrations of the same upgrade still have to look at is looked at now: a table can wait for nothing while it changes.
SET CONSTRAINTS ALL IMMEDIATE;
--> statement-breakpoint
-- A team's ceiling below which nothing can be given, or a survey that leaves the customer in peace for another time than two weeks,
-- is named here before anything changes.
DO $$
DECLARE
  strays text := (SELECT string_agg(E'\n' || here || ': ' || id, '' ORDER BY here, id) FROM (
    SELECT 'agreements' AS here, team_id AS id FROM agreements WHERE NOT (gesture_ceiling BETWEEN 1 AND 100000000000)
    UNION ALL SELECT 'surveys', id FROM surveys
    WHERE NOT (quiet_until = requested_at + interval '336 hours' AND expires_at = requested_at + interval '720 hours') LIMIT 100) s);
BEGIN
  IF strays IS NOT NULL THEN
    RAISE EXCEPTION 'Ceilings that are none, and surveys of another time than their own, by table and id:%', strays
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_ceiling_is_finite" CHECK ("gesture_ceiling" between 1 and 100000000000);--> statement-breakpoint
ALTER TABLE "surveys" DROP CONSTRAINT "surveys_ask_for_a_while", ADD CONSTRAINT "surveys_ask_for_a_while" CHECK ("quiet_until" = "requested_at" + interval '336 hours' and "expires_at" = "requested_at" + interval '720 hours');--> statement-breakpoint
SET CONSTRAINTS ALL DEFERRED;

-- A stand-in lies within the absence, and is a teammate as long as it lasts; attendance is nothing but absences and stand-ins.
-- Rows that say otherwise are named, all in one message, before anything changes.
DO $$
DECLARE
  message text := '';
  found record;
BEGIN
  FOR found IN SELECT what, string_agg(id::text, ', ' ORDER BY id) AS ids FROM (
      SELECT 'attendance that is no absence and no stand-in' AS what, t.id FROM attendance t
      WHERE NOT EXISTS (SELECT FROM absences a WHERE t.kind = 'absent'
          AND (a.id, a.employee_id, a.from_at, a.until_at) = (t.id, t.person_id, t.from_at, t.until_at))
        AND NOT EXISTS (SELECT FROM stand_ins p WHERE t.kind = 'stands-in'
          AND (p.id, p.stand_in_id, p.from_at, p.until_at) = (t.id, t.person_id, t.from_at, t.until_at))
      UNION ALL SELECT 'absences without their attendance', a.id FROM absences a
      WHERE NOT EXISTS (SELECT FROM attendance t WHERE t.id = a.id AND t.kind = 'absent')
      UNION ALL SELECT 'stand_ins without their attendance', p.id FROM stand_ins p
      WHERE NOT EXISTS (SELECT FROM attendance t WHERE t.id = p.id AND t.kind = 'stands-in')
      UNION ALL SELECT 'stand_ins outside their absence', p.id FROM stand_ins p JOIN absences a ON a.id = p.absence_id
      WHERE p.from_at < a.from_at OR p.until_at > a.until_at
      UNION ALL SELECT 'stand_ins of who is no teammate any more', p.id FROM stand_ins p
      JOIN employees o ON o.id = p.owner_id JOIN employees s ON s.id = p.stand_in_id
      WHERE p.until_at > now() + interval '5 minutes' AND (o.active_team_id = s.active_team_id) IS NOT TRUE
    ) strays GROUP BY what ORDER BY what LOOP
    message := message || format(E'\n%s: %s', found.what, found.ids);
  END LOOP;
  IF message <> '' THEN
    RAISE EXCEPTION 'Absences and stand-ins that do not fit, by table and id:%', message
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
ALTER TABLE "absences" ADD COLUMN "relied_on_at" timestamp(3) with time zone;
--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "absence_id" uuid GENERATED ALWAYS AS (case when kind = 'absent' then id end) STORED;
--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "part_id" uuid GENERATED ALWAYS AS (case when kind = 'stands-in' then id end) STORED;
--> statement-breakpoint
ALTER TABLE "stand_ins" ADD COLUMN "absence_from" timestamp(3) with time zone;
--> statement-breakpoint
ALTER TABLE "stand_ins" ADD COLUMN "absence_until" timestamp(3) with time zone;
--> statement-breakpoint
ALTER TABLE "stand_ins" ADD COLUMN "owner_team_id" uuid;
--> statement-breakpoint
ALTER TABLE "stand_ins" ADD COLUMN "stand_in_team_id" uuid;
--> statement-breakpoint
ALTER TABLE "stand_ins" ADD COLUMN "relied_on_at" timestamp(3) with time zone;
--> statement-breakpoint
-- What somebody relied on so far is known from contacts and successions.
UPDATE stand_ins p SET absence_from = a.from_at, absence_until = a.until_at,
  owner_team_id = o.active_team_id, stand_in_team_id = s.active_team_id, relied_on_at = acted.at
FROM stand_ins q
  JOIN absences a ON a.id = q.absence_id JOIN employees o ON o.id = q.owner_id JOIN employees s ON s.id = q.stand_in_id
  LEFT JOIN (SELECT i.id, max(t.recorded_at) AS at FROM stand_ins i
    JOIN contacts t ON t.spoken_for = i.owner_id AND t.employee_id = i.stand_in_id
      AND i.from_at <= t.recorded_at AND t.recorded_at < i.until_at
    GROUP BY i.id) acted ON acted.id = q.id
WHERE p.id = q.id;
--> statement-breakpoint
UPDATE absences a SET relied_on_at = passed.at
FROM (SELECT b.id, max(s.requested_at) AS at FROM absences b
  JOIN successions s ON s.departure_of = b.employee_id AND b.from_at <= s.requested_at AND s.requested_at < b.until_at
  GROUP BY b.id) passed
WHERE passed.id = a.id;
--> statement-breakpoint
SET CONSTRAINTS ALL IMMEDIATE;
--> statement-breakpoint
SET CONSTRAINTS ALL DEFERRED;
--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_span" UNIQUE("id","employee_id","from_at","until_at");
--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_span" UNIQUE("id","person_id","from_at","until_at");
--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_span" UNIQUE("id","stand_in_id","from_at","until_at");
--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_hold_what_was_done" CHECK ("relied_on_at" between "from_at" and "until_at");
--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_within_the_absence" CHECK ("absence_from" <= "from_at" and "until_at" <= "absence_until");
--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_hold_what_was_done" CHECK ("relied_on_at" between "from_at" and "until_at");
--> statement-breakpoint
ALTER TABLE "absences" DROP CONSTRAINT "absences_moments_are_real", ADD CONSTRAINT "absences_moments_are_real" CHECK (least("from_at", "until_at", "registered_at", "relied_on_at") >= '2000-01-01T00:00:00Z' and greatest("from_at", "until_at", "registered_at", "relied_on_at") < '2200-01-01T00:00:00Z') NOT VALID;
--> statement-breakpoint
ALTER TABLE "stand_ins" DROP CONSTRAINT "stand_ins_moments_are_real", ADD CONSTRAINT "stand_ins_moments_are_real" CHECK (least("from_at", "until_at", "absence_from", "absence_until", "relied_on_at") >= '2000-01-01T00:00:00Z' and greatest("from_at", "until_at", "absence_from", "absence_until", "relied_on_at") < '2200-01-01T00:00:00Z') NOT VALID;

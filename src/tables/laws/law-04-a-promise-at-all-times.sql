-- Law 4, a promise at all times. A case holds a callback or a resolution, never both, never neither: the CHECK
-- `cases_hold_a_promise_or_a_resolution` says which; these foreign keys say that it is there.

-- The open case and its open callback hold each other up: whichever is written first, both are there at the commit.
-- `open_id` is the callback's id while it is open.
ALTER TABLE cases ADD CONSTRAINT cases_open_has_its_callback
  FOREIGN KEY (id, callback_id) REFERENCES callbacks (case_id, open_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE callbacks ADD CONSTRAINT callbacks_open_is_its_cases_promise
  FOREIGN KEY (case_id, open_id, owner_id) REFERENCES cases (id, callback_id, owner_id) DEFERRABLE INITIALLY DEFERRED;

-- A resolved case points at how it ended.
ALTER TABLE cases ADD CONSTRAINT cases_resolved_has_its_resolution
  FOREIGN KEY (id, resolution_id, resolved_at) REFERENCES resolutions (case_id, id, at) DEFERRABLE INITIALLY DEFERRED;

-- Written here since the tables would otherwise refer to each other in a circle.
ALTER TABLE callbacks ADD CONSTRAINT callbacks_case_exists FOREIGN KEY (case_id) REFERENCES cases (id);

ALTER TABLE resolutions ADD CONSTRAINT resolutions_case_exists FOREIGN KEY (case_id) REFERENCES cases (id);

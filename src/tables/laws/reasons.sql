-- Reasons: where one is asked for, one is given. A blank is none, and neither is a text in which there is nothing to see.

-- Law 13: a wish, a gift and a no; law 14: a rule that is bent, reviewed or written; law 5: a promise that is moved; law 8: how a case
-- ended; law 10: a question to a colleague and what comes of it; law 12: why a case passes on.
ALTER TABLE asks ADD CONSTRAINT asks_say_why
  CHECK (says_something(wish) AND says_something(reason) AND says_something(answer_reason) AND says_something(alternative));
ALTER TABLE gestures ADD CONSTRAINT gestures_say_why
  CHECK (says_something(reason) AND says_something(withdrawn_because) AND says_something(fulfilment_reference));
ALTER TABLE deviations ADD CONSTRAINT deviations_say_why CHECK (says_something(benefit) AND says_something(reason));
ALTER TABLE rule_versions ADD CONSTRAINT rule_versions_say_something CHECK (says_something(text));
ALTER TABLE rule_reviews ADD CONSTRAINT rule_reviews_say_why CHECK (says_something(reason));
ALTER TABLE callbacks ADD CONSTRAINT callbacks_say_why CHECK (says_something(reason));
ALTER TABLE resolutions ADD CONSTRAINT resolutions_say_how CHECK (says_something(summary));
ALTER TABLE consultations ADD CONSTRAINT consultations_say_something
  CHECK (says_something(question) AND says_something(answer) AND says_something(reason));
ALTER TABLE successions ADD CONSTRAINT successions_say_why CHECK (says_something(reason));
ALTER TABLE case_corrections ADD CONSTRAINT case_corrections_say_why CHECK (says_something(reason));

-- An idea is something, and so is its answer; what goes out to teams and to customers says why.
ALTER TABLE ideas ADD CONSTRAINT ideas_say_something
  CHECK (says_something(title) AND says_something(body) AND says_something(reason) AND says_something(result));
ALTER TABLE heads_ups ADD CONSTRAINT heads_ups_say_why CHECK (says_something(message) AND says_something(override_reason));
ALTER TABLE outreaches ADD CONSTRAINT outreaches_say_why CHECK (says_something(reason) AND says_something(value_to_customer)
  AND says_something(message) AND says_something(why) AND says_something(worth_more));
ALTER TABLE outreach_customers ADD CONSTRAINT outreach_customers_say_why CHECK (says_something(why));
ALTER TABLE imports ADD CONSTRAINT imports_say_why CHECK (says_something(failed_because));

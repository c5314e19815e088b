import { problem } from '../../lib/problem.ts'

export const RuleIsStatutory = problem({
  code: 'rule-is-statutory',
  status: 422,
  title: 'The law is not bent',
  advice:
    'A statutory rule binds everybody. Look for what else helps this customer: a gesture, an explanation, somebody outside who may decide.',
  constraints: ['deviations_leave_the_law_alone'],
})

export const RuleIsAbolished = problem({
  code: 'rule-is-abolished',
  status: 409,
  title: 'The rule is not in force',
  advice:
    'It was abolished, or it lapsed since nobody renewed it: there is nothing left to bend or to review. Do what is right for the customer. A rule that is needed after all is made anew: POST /v1/rules.',
  constraints: ['deviations_bend_what_is_in_force', 'rules_end_for_good'],
})

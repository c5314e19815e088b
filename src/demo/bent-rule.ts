import type { Page } from '../lib/page.ts'
import type { Case } from '../rooms/cases/contract.ts'
import type { Deviation } from '../rooms/deviations/contract.ts'
import type { Gesture } from '../rooms/gestures/contract.ts'
import type { RuleBill } from '../rooms/rules/bill-contract.ts'
import type { NewRule, Rule } from '../rooms/rules/contract.ts'
import type { DemoCaller } from './caller.ts'
import type { Cast } from './meet-customers.ts'
import { tell } from './story.ts'

/** The owner decides what the customer gets; a rule that stands in the way is bent, and has to earn its renewal. */
export async function bendRule(
  admin: DemoCaller,
  { sanne, marjan }: Cast,
  dijkstra: Case,
  day: Temporal.PlainDate,
): Promise<void> {
  const reviewOn = day.add({ years: 1 }).toString()
  const house = await ruleOf(admin, {
    code: 'no-refund-after-30-days',
    title: 'No refund after 30 days',
    text: 'We pay nothing back for a bill that is more than 30 days old.',
    kind: 'house',
    ownerId: marjan.id,
    reviewOn,
    shareOfHonestPeopleBurdened: 0.7,
  })
  const law = await ruleOf(admin, {
    code: 'water-is-tested',
    title: 'Drinking water is tested',
    text: 'Drinking water is tested as the law says.',
    kind: 'statutory',
    ownerId: marjan.id,
  })
  const at = `/cases/${dijkstra.id}`
  const said = {
    benefit: 'Gets the debit of August back.',
    reason: 'It was our mistake, and she was abroad.',
  }
  const bent = await admin.as(sanne).post<Deviation>(`${at}/deviations`, { ruleId: house.id, ...said })
  tell(
    '14:50',
    `“${bent.rule.title}”, says a rule. ${sanne.name} bends it for ${dijkstra.customer.name} and asks nobody: “${bent.reason}”`,
  )
  const refused = await admin
    .as(sanne)
    .refused('rule-is-statutory', 'POST', `${at}/deviations`, { ruleId: law.id, ...said })
  tell('14:51', `The law is another matter: “${law.title}” is not bent. Refused, ${refused.code}.`)

  const given = await admin.as(sanne).post<Gesture>(`${at}/gestures`, {
    kind: 'credit',
    amount: { amount: '25.00', currency: 'EUR' },
    reason: 'Charged twice, and she had to ask again.',
  })
  tell(
    '14:52',
    `She adds ${given.amount.amount} ${given.amount.currency} for the trouble. Of what she may give on this case, ${given.remaining.amount} is left.`,
  )

  const bill = await admin.get<RuleBill>(`/rules/${house.id}/bill`)
  const { cases, chases, given: cost } = bill.costOfBending
  tell(
    '15:00',
    `${marjan.name} reads the bill of the rule: ${times(bill.bent)} bent in ninety days, for ${cases === 1 ? 'one case' : `${cases} cases`} with ${chases === 1 ? 'one chase' : `${chases} chases`} and ${cost.amount} ${cost.currency} of goodwill. ${bill.burden}`,
  )
  const changed = await admin.as(marjan).post<Rule>(`/rules/${house.id}/review`, {
    decision: 'change',
    reason: 'Late bills are mostly our own mistakes.',
    text: 'We pay back what was our mistake, for a year.',
    reviewOn,
  })
  tell('15:02', `She changes it: “${changed.text}” In ninety days the bill shows the effect.`)
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

/** Makes a rule; one that is there from an earlier day is not made again. */
async function ruleOf(admin: DemoCaller, rule: NewRule): Promise<Rule> {
  const { data } = await admin.get<Page<Rule>>(`/rules?code=${rule.code}`)
  return data[0] ?? (await admin.post<Rule>('/rules', rule))
}

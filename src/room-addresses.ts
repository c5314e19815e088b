import type { App } from './http/app-type.ts'
import type { Identities } from './http/caller.ts'
import type { Behind, Door } from './http/door.ts'
import { presenceRoutes } from './rooms/absences/presence-routes.ts'
import { absenceRoutes } from './rooms/absences/routes.ts'
import { apiKeyRoutes } from './rooms/access/api-key-routes.ts'
import { askRoutes } from './rooms/asks/routes.ts'
import { boardRoutes } from './rooms/board/routes.ts'
import { calendarFeedRoutes } from './rooms/calendar-feed/routes.ts'
import { callbackRoutes } from './rooms/callbacks/routes.ts'
import { caseRoutes } from './rooms/cases/routes.ts'
import { answerRoutes } from './rooms/consultations/answer-routes.ts'
import { consultationRoutes } from './rooms/consultations/routes.ts'
import { contactRoutes } from './rooms/contacts/routes.ts'
import { correctionRoutes } from './rooms/corrections/routes.ts'
import { factRoutes } from './rooms/customers/fact-routes.ts'
import { customerReferenceRoutes } from './rooms/customers/reference-routes.ts'
import { customerRoutes } from './rooms/customers/routes.ts'
import { meRoutes } from './rooms/day/routes.ts'
import { departureRoutes } from './rooms/departures/routes.ts'
import { deviationRoutes } from './rooms/deviations/routes.ts'
import { disturbanceRoutes } from './rooms/disturbances/routes.ts'
import { effectRoutes } from './rooms/effect/routes.ts'
import { employeeRoutes } from './rooms/employees/routes.ts'
import { eventRoutes } from './rooms/events/routes.ts'
import { exportRoutes } from './rooms/exports/routes.ts'
import { budgetRoutes } from './rooms/gestures/budget-routes.ts'
import { gestureEndRoutes } from './rooms/gestures/end-routes.ts'
import { gestureRoutes } from './rooms/gestures/routes.ts'
import { headsUpRoutes } from './rooms/heads-ups/routes.ts'
import { ideaRoutes } from './rooms/ideas/routes.ts'
import { customerImportRoutes } from './rooms/imports/customer-routes.ts'
import { importRoutes } from './rooms/imports/routes.ts'
import { journeyRoutes } from './rooms/journey/routes.ts'
import { mergeRoutes } from './rooms/merges/routes.ts'
import { organisationRoutes } from './rooms/organisation/routes.ts'
import { outreachCustomerRoutes } from './rooms/outreaches/customer-routes.ts'
import { outreachRoutes } from './rooms/outreaches/routes.ts'
import { outreachRunRoutes } from './rooms/outreaches/run-routes.ts'
import { personalDataRoutes } from './rooms/personal-data/routes.ts'
import { pulseRoutes } from './rooms/pulse/routes.ts'
import type { WaitingRoom } from './rooms/pulse/waiting-room.ts'
import { countedReportRoutes } from './rooms/reports/report-routes.ts'
import { reportRoutes } from './rooms/reports/routes.ts'
import { ruleRoutes } from './rooms/rules/routes.ts'
import type { EventStreams } from './rooms/streams/event-streams.ts'
import { successionRoutes } from './rooms/successions/routes.ts'
import { surveyRoutes } from './rooms/surveys/routes.ts'
import { agreementRoutes } from './rooms/teams/agreement-routes.ts'
import { teamRoutes } from './rooms/teams/routes.ts'
import { callRoutes } from './rooms/telephony/call-routes.ts'
import { telephonyRoutes } from './rooms/telephony/routes.ts'
import { zammadRoutes } from './rooms/telephony/zammad-routes.ts'
import { topicRoutes } from './rooms/topics/routes.ts'
import { trackingRoutes } from './rooms/tracking/routes.ts'
import { valueRoutes } from './rooms/values/routes.ts'
import { deliveryRoutes } from './rooms/webhooks/delivery-routes.ts'
import { webhookRoutes } from './rooms/webhooks/routes.ts'
import type { Targets } from './rooms/webhooks/targets.ts'

/** What the rooms lead to, besides what is behind every door. */
export interface House extends Behind, Omit<Identities, 'callers' | 'redeem'> {
  readonly streams: EventStreams
  readonly pulse: WaitingRoom
  readonly targets: Targets
  /** Where the service is found, without a slash at the end; empty where that is not configured. */
  readonly base: string
}

/** The plan of the house: the addresses of every room, in order. */
export function openRooms(
  v1: App,
  door: Door,
  { db, reports, callers, tokens, links, limits, clock, streams, pulse, targets, base }: House,
): void {
  const pages = { links, limits, base }
  organisationRoutes(v1, door)
  teamRoutes(v1, door)
  agreementRoutes(v1, door)
  boardRoutes(v1, door)
  topicRoutes(v1, door)
  employeeRoutes(v1, door)
  absenceRoutes(v1, door)
  presenceRoutes(v1, door)
  departureRoutes(v1, door)
  meRoutes(v1, door)
  calendarFeedRoutes(v1, door, base)
  customerRoutes(v1, door)
  customerReferenceRoutes(v1, door)
  factRoutes(v1, door)
  mergeRoutes(v1, door)
  personalDataRoutes(v1, door, db, clock)
  caseRoutes(v1, door)
  contactRoutes(v1, door)
  callbackRoutes(v1, door)
  consultationRoutes(v1, door)
  answerRoutes(v1, door)
  successionRoutes(v1, door)
  correctionRoutes(v1, door)
  valueRoutes(v1, door)
  gestureRoutes(v1, door)
  gestureEndRoutes(v1, door)
  budgetRoutes(v1, door)
  askRoutes(v1, door)
  ruleRoutes(v1, door)
  deviationRoutes(v1, door)
  pulseRoutes(v1, door, pulse)
  ideaRoutes(v1, door)
  headsUpRoutes(v1, door)
  disturbanceRoutes(v1, door)
  outreachRoutes(v1, door)
  outreachRunRoutes(v1, door)
  outreachCustomerRoutes(v1, door, db)
  effectRoutes(v1, door)
  surveyRoutes(v1, door, pages)
  trackingRoutes(v1, door, pages)
  telephonyRoutes(v1, door)
  callRoutes(v1, door)
  zammadRoutes(v1, door, { callers, tokens, limits, clock })
  reportRoutes(v1, door)
  countedReportRoutes(v1, door)
  journeyRoutes(v1, door)
  eventRoutes(v1, door, { streams, db, clock })
  exportRoutes(v1, reports, db)
  customerImportRoutes(v1, door, db)
  importRoutes(v1, door, db)
  webhookRoutes(v1, door, targets, db)
  deliveryRoutes(v1, door, db)
  apiKeyRoutes(v1, door)
}

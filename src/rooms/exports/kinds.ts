import { casesKind } from './cases-kind.ts'
import type { ExportKind } from './contract.ts'
import { customersKind } from './customers-kind.ts'
import { eventsKind } from './events-kind.ts'
import type { Kind } from './kind.ts'
import {
  callbacksKind,
  consultationsKind,
  contactsKind,
  deviationsKind,
  gesturesKind,
} from './kinds-of-cases.ts'

export const kinds: Readonly<Record<ExportKind, Kind>> = {
  cases: casesKind,
  contacts: contactsKind,
  callbacks: callbacksKind,
  consultations: consultationsKind,
  gestures: gesturesKind,
  deviations: deviationsKind,
  customers: customersKind,
  events: eventsKind,
}

import type { Scene } from './scene.ts'
import { setScene } from './scene.ts'
import type { Answer, Service } from './service.ts'

/** Money of the organisation's currency. */
export const money = (amount: string, currency = 'EUR') => ({ amount, currency })

/** What Sanne gives on a case, unless something else is said. */
export const gesture = (amount: string, fields: object = {}) => ({
  kind: 'credit',
  amount: money(amount),
  reason: 'Charged twice.',
  ...fields,
})

export interface Giving extends Scene {
  readonly kase: Answer['body']
  /** Grants by Sanne on the case, or as somebody else. */
  give(amount: string, fields?: object, as?: string): Promise<Answer>
}

/** A scene with an open case of Sanne's to give something on. */
export async function setGiving(service: Service): Promise<Giving> {
  const scene = await setScene(service)
  const kase = await scene.take()
  const give = (amount: string, fields: object = {}, as = scene.sanne.id) =>
    service.call('POST', `/v1/cases/${kase.id}/gestures`, { as, body: gesture(amount, fields) })
  return { ...scene, kase, give }
}

import type { App } from './http/app-type.ts'
import { identifyCallers } from './http/caller.ts'
import { openDoor } from './http/door.ts'
import type { Meters } from './http/meters/meters.ts'
import { metricsRoute, stillKnown } from './http/meters/metrics-route.ts'
import { readScimBodies } from './http/scim.ts'
import { scimPrefix } from './http/scim-path.ts'
import { type House, openRooms } from './room-addresses.ts'
import { pageRoutes } from './rooms/pages/routes.ts'
import { scimDiscoveryRoutes } from './rooms/provisioning/discovery-routes.ts'
import { scimUserChangeRoutes } from './rooms/provisioning/user-change-routes.ts'
import { scimUserRoutes } from './rooms/provisioning/user-routes.ts'
import { redeemTicket } from './rooms/streams/tickets.ts'

/** Opens the door: the rooms, the pages of customers, what directories ask, and the figures unless they are told elsewhere. */
export async function openAddresses(app: App, house: House, meters: Meters | null): Promise<void> {
  const { db, callers, tokens, links, limits, clock, base } = house
  const door = openDoor(house)
  await app.register(
    async (v1) => {
      const redeem = (ticket: string, now: Temporal.Instant) => redeemTicket(db, callers, ticket, now)
      identifyCallers(v1, { callers, tokens, limits, clock, redeem })
      openRooms(v1, door, house)
    },
    { prefix: '/v1' },
  )
  pageRoutes(app, door, { links, limits, base })
  if (meters)
    await app.register(async (figures) => {
      identifyCallers(figures, { callers: stillKnown(callers), tokens, limits, clock })
      metricsRoute(figures, meters)
    })
  await app.register(
    async (scim) => {
      readScimBodies(scim)
      identifyCallers(scim, { callers, tokens, limits, clock })
      scimUserRoutes(scim, door, base + scimPrefix)
      scimUserChangeRoutes(scim, door, base + scimPrefix)
      scimDiscoveryRoutes(scim, door, base + scimPrefix)
    },
    { prefix: scimPrefix },
  )
}

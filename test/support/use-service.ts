import { afterAll, afterEach, beforeAll } from 'vitest'
import type { AppOptions } from '../../src/app.ts'
import { expectCatalogued } from './held-events.ts'
import { expectInvariants } from './invariants.ts'
import { Service, startService } from './service.ts'

type Options = Partial<Omit<AppOptions, 'databaseUrl' | 'clock'>>
/** Options, or how they are made once what they are made from is there. */
type OptionsOf = Options | (() => Options)

/**
 * The service of a test file, or of the `describe` that it stands in: it is there from before the first test until
 * after the last, each test begins by the real clock, and in the end all that must be true of its data is true.
 */
export function useService(options: OptionsOf = {}): Service {
  const service = startBeforeAll(() => startService(undefined, asked(options)))
  afterEach(() => {
    service.clock.now = undefined
  })
  afterAll(async () => {
    service.clock.now = undefined
    await expectInvariants(service)
    await expectCatalogued(service)
  })
  return service
}

/** Another instance of that service, on the same database and by the same clock. */
export const useInstance = (beside: Service, options: OptionsOf = {}): Service =>
  startBeforeAll(() => startService(beside, asked(options)))

const asked = (options: OptionsOf): Options => (typeof options === 'function' ? options() : options)

/** Hooks run backwards after all, so an instance stops when whatever came after it is done with it. */
function startBeforeAll(start: () => Promise<Service>): Service {
  // Tests hold it from the beginning; what it consists of comes with the start.
  const service: Service = Object.create(Service.prototype)
  beforeAll(async () => {
    Object.assign(service, await start())
  })
  afterAll(() => service.stop())
  return service
}

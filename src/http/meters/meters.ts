import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from '@prometheus-io/client'
import project from '../../../package.json' with { type: 'json' }

/** Seconds; as OpenTelemetry's semantic conventions advise for the duration of requests. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

/** How something is right now; left out while nobody knows. */
export interface GaugeDefinition {
  readonly name: string
  readonly help: string
  /** A number, or several by the values of one label. */
  readonly read: () => number | { readonly label: string; readonly values: Readonly<Record<string, number>> }
}

/** What is read from elsewhere at a scrape; null: it could not be read. */
export type ReadFigures = () => Promise<readonly GaugeDefinition[] | null>

/**
 * What one instance measures, in the text format of Prometheus. Names are those of OpenTelemetry's stable conventions
 * where they have one. No label holds anything of a person or an id: routes are patterns, and those that are none of ours
 * are one label.
 */
export class Meters {
  readonly #registry = new Registry()
  readonly #requests = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Seconds from a request to the beginning of its answer.',
    labelNames: ['http_request_method', 'http_route', 'http_response_status_code'],
    buckets,
    registers: [this.#registry],
  })
  readonly #turnedAway = new Counter({
    name: 'eigenaar_requests_turned_away_total',
    help: 'Requests refused before they had a route: too much was asked at once, or it was not HTTP as we read it.',
    labelNames: ['http_response_status_code'],
    registers: [this.#registry],
  })
  #readFigures: ReadFigures = async () => []

  /** The type of what `tell` answers. */
  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE

  constructor() {
    processRegistry()
    // So that its rise shows from the first one on.
    this.#turnedAway.inc({ http_response_status_code: 503 }, 0)
    this.gauge({
      name: 'eigenaar_build_info',
      help: 'Always 1; its label says which version runs.',
      read: () => ({ label: 'version', values: { [project.version]: 1 } }),
    })
  }

  /** Counts a request that had an answer; `route` is a pattern, undefined where the address is none of ours. */
  request(method: string, route: string | undefined, status: number, seconds: number): void {
    this.#requests.observe(
      {
        http_request_method: known.has(method) ? method : '_OTHER',
        http_route: route ?? 'unknown',
        http_response_status_code: status,
      },
      seconds,
    )
  }

  /** Counts a request that was refused before anybody could see what it asked for. */
  turnAway(status: number): void {
    this.#turnedAway.inc({ http_response_status_code: status })
  }

  /** Adds what this instance knows of itself. */
  gauge(definition: GaugeDefinition): void {
    addGauge(this.#registry, definition)
  }

  /** Sets where the figures come from that others know; `eigenaar_database_up` says whether they could be had. */
  figuresFrom(read: ReadFigures): void {
    this.#readFigures = read
  }

  /** All of it, now. Never throws: figures that cannot be had are left out. */
  async tell(): Promise<string> {
    const figures = await this.#readFigures()
    const registry = new Registry()
    addGauge(registry, {
      name: 'eigenaar_database_up',
      help: 'Whether the database answers: 1, or 0, and then its figures are left out.',
      read: () => (figures ? 1 : 0),
    })
    for (const figure of figures ?? []) addGauge(registry, figure)
    const parts = [this.#registry, registry, processRegistry()].map((each) => each.metrics())
    return (await Promise.all(parts)).join('')
  }
}

const known = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'CONNECT', 'TRACE'])

function addGauge(registry: Registry, { name, help, read }: GaugeDefinition): void {
  const now = read()
  const labelNames = typeof now === 'number' ? [] : [now.label]
  new Gauge({
    name,
    help,
    labelNames,
    registers: [registry],
    collect() {
      const present = read()
      if (typeof present === 'number') this.set(present)
      else
        for (const [value, count] of Object.entries(present.values))
          this.set({ [present.label]: value }, count)
    },
  })
}

let ofProcess: Registry | undefined

/** Processor, memory, event loop and garbage of the process, which all instances in it share. */
function processRegistry(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry()
    collectDefaultMetrics({
      register: ofProcess,
      eventLoopMonitoringPrecision: 20,
      eventLoopUtilizationTimeout: 1000,
    })
  }
  return ofProcess
}

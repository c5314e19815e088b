import { z } from 'zod'
import { count, oneOf, webAddress } from './config-values.ts'

const samplers = [
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
  'always_on',
  'always_off',
  'traceidratio',
] as const

const protocol = z
  .literal('http/protobuf', { error: 'must be http/protobuf, the only protocol that is spoken here' })
  .optional()
const collector = webAddress('http://collector.example.nl:4318').optional()

/** Variables of OpenTelemetry that are read here; those of the exporter and the resource its own libraries read. */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: collector,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: collector,
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol,
  OTEL_SDK_DISABLED: z.string().optional(),
  OTEL_TRACES_EXPORTER: oneOf(['otlp', 'none']).default('otlp'),
  OTEL_TRACES_SAMPLER: oneOf(samplers).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z
    .string()
    .refine((given) => /^\d*\.?\d+$/.test(given) && Number(given) <= 1, {
      error: 'must be a share from 0 to 1',
    })
    .transform(Number)
    .default(1),
  OTEL_BSP_SCHEDULE_DELAY: count(1, 600_000).optional(),
  OTEL_BSP_EXPORT_TIMEOUT: count(1, 600_000).optional(),
  OTEL_BSP_MAX_QUEUE_SIZE: count(1, 1_000_000).optional(),
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: count(1, 1_000_000).optional(),
}

/** How traces are made, as OpenTelemetry's variables say. */
export interface TracingSettings {
  readonly sampler: { readonly name: (typeof samplers)[number]; readonly share: number }
  /** Milliseconds and numbers of spans; what is left out is as OpenTelemetry has it. */
  readonly batches: Readonly<
    Partial<
      Record<'scheduledDelayMillis' | 'exportTimeoutMillis' | 'maxQueueSize' | 'maxExportBatchSize', number>
    >
  >
}

type Read = z.output<z.ZodObject<typeof tracingVariables>>

/** Null where nobody collects traces. */
export function tracingOf(env: Read): TracingSettings | null {
  const endpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? env.OTEL_EXPORTER_OTLP_ENDPOINT
  const isOff = env.OTEL_SDK_DISABLED?.toLowerCase() === 'true' || env.OTEL_TRACES_EXPORTER === 'none'
  if (endpoint === undefined || isOff) return null
  const batches = {
    scheduledDelayMillis: env.OTEL_BSP_SCHEDULE_DELAY,
    exportTimeoutMillis: env.OTEL_BSP_EXPORT_TIMEOUT,
    maxQueueSize: env.OTEL_BSP_MAX_QUEUE_SIZE,
    maxExportBatchSize: env.OTEL_BSP_MAX_EXPORT_BATCH_SIZE,
  }
  return {
    sampler: { name: env.OTEL_TRACES_SAMPLER, share: env.OTEL_TRACES_SAMPLER_ARG },
    batches: Object.fromEntries(Object.entries(batches).filter(([, value]) => value !== undefined)),
  }
}

import { ROOT_CONTEXT, type SpanContext, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources'
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import project from '../package.json' with { type: 'json' }
import type { TracingSettings } from './config-tracing.ts'
import type { Tracer } from './lib/traces/tracing.ts'

/**
 * Traces as OpenTelemetry has them. Where they are sent to, under which name and in whose resource, its own libraries
 * read from the environment (`OTEL_EXPORTER_OTLP_…`, `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`). Only this file
 * needs them, and it is loaded only where traces are wanted.
 */
export function openTracing({ sampler, batches }: TracingSettings): Tracer {
  const ours = resourceFromAttributes({ 'service.name': 'eigenaar', 'service.version': project.version })
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(ours)
      .merge(detectResources({ detectors: [envDetector] })),
    sampler: samplerOf(sampler),
    spanProcessors: [new BatchSpanProcessor({ ...batches, exporter: new OTLPTraceExporter() })],
  })
  const tracer = provider.getTracer('eigenaar', project.version)
  return {
    begin(kind, name, parent) {
      const context = parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, contextOf(parent))
      const span = tracer.startSpan(name, { kind: kinds[kind] }, context)
      const { traceId, spanId, traceFlags } = span.spanContext()
      return {
        traceParent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
        end(attributes, error) {
          span.setAttributes(attributes)
          if (error !== undefined) {
            span.setAttribute('error.type', error)
            span.setStatus({ code: SpanStatusCode.ERROR })
          }
          span.end()
        },
      }
    },
    close: () => provider.shutdown().catch(() => undefined),
  }
}

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT }

const contextOf = (traceParent: string): SpanContext => {
  const [, traceId = '', spanId = '', flags = ''] = traceParent.split('-')
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true }
}

function samplerOf({ name, share }: TracingSettings['sampler']): Sampler {
  const roots = {
    always_on: new AlwaysOnSampler(),
    always_off: new AlwaysOffSampler(),
    traceidratio: new TraceIdRatioBasedSampler(share),
  }
  if (name === 'always_on' || name === 'always_off' || name === 'traceidratio') return roots[name]
  const root = name.slice('parentbased_'.length) as keyof typeof roots
  return new ParentBasedSampler({ root: roots[root] })
}

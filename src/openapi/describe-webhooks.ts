import { type CataloguedType, eventCatalogue } from '../history/event-catalogue.ts'

/** The events as they are sent to webhooks: the same catalogue as `GET /event-types`. */
export const describeWebhooks = () =>
  Object.fromEntries(eventCatalogue.map((entry) => [entry.type, { post: described(entry) }]))

const described = ({ type, description, schema, example }: CataloguedType) => {
  const { $schema: _, ...plain } = schema
  return {
    operationId: `on-${type.replace('.', '-')}`,
    summary: type,
    description,
    tags: ['Events'],
    security: [],
    requestBody: { required: true, content: { 'application/json': { schema: plain, example } } },
    responses: {
      '2XX': { description: 'It arrived. Anything else, and it is sent again later.' },
      '410': { description: 'Nobody listens any more: the webhook is disabled.' },
    },
  }
}

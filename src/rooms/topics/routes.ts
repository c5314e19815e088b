import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { AlreadyExists, NotFound } from '../../lib/problems.ts'
import { changeTopic } from './change-topic.ts'
import { NewTopic, Topic, TopicChange, TopicPage, TopicParams, TopicQuery } from './contract.ts'
import { createTopic } from './create-topic.ts'
import { listTopics, showTopic } from './queries.ts'

export function topicRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/topics',
    config: { access: { system: 'cases:read', employee: 'member', impersonal: true } },
    schema: {
      operationId: 'listTopics',
      summary: 'List topics',
      description: 'Topics in the order in which they were made.',
      tags: ['Topics'],
      querystring: TopicQuery,
      response: { 200: TopicPage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listTopics(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'POST',
    url: '/topics',
    config: { access: { system: 'admin', employee: 'admin' } },
    schema: {
      operationId: 'createTopic',
      summary: 'Make a topic',
      description: 'A topic has a code by which systems know it, and a name for people.',
      tags: ['Topics'],
      body: NewTopic,
      response: { 201: Topic },
      problems: [AlreadyExists],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => createTopic(w, request.body), {
        status: 201,
        location: ({ id }) => `/v1/topics/${id}`,
      }),
  })

  app.route({
    method: 'GET',
    url: '/topics/:topicId',
    config: { access: { system: 'cases:read', employee: 'member', impersonal: true } },
    schema: {
      operationId: 'getTopic',
      summary: 'Get a topic',
      description: 'One topic by its id.',
      tags: ['Topics'],
      params: TopicParams,
      response: { 200: Topic },
      problems: [NotFound],
    },
    handler: (request, reply) => read(request, reply, (r) => showTopic(r, request.params.topicId)),
  })

  app.route({
    method: 'PATCH',
    url: '/topics/:topicId',
    config: { access: { system: 'admin', employee: 'admin' } },
    schema: {
      operationId: 'changeTopic',
      summary: 'Change a topic',
      description: 'Changes the name or the description; the code stays, since others refer to it.',
      tags: ['Topics'],
      params: TopicParams,
      body: TopicChange,
      response: { 200: Topic },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => changeTopic(w, request.params.topicId, request.body)),
  })
}

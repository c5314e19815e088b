/** What an API key may be allowed; `admin` includes all others. */
export const scopes = [
  'cases:read',
  'cases:write',
  'customers:read',
  'customers:write',
  'calls:write',
  'gestures:fulfil',
  'reports:read',
  'exports:read',
  'imports:write',
  'events:read',
  'webhooks:write',
  'links:read',
  'employees:act',
  'employees:provision',
  'admin',
] as const

export type Scope = (typeof scopes)[number]

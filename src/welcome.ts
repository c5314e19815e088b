import project from '../package.json' with { type: 'json' }

/** What every start says once it listens. */
export const ready = (url: string): string =>
  `Eigenaar ${project.version} is ready at ${url} (to read: ${url}/docs).`

/** What a later start adds while nobody has called with the first key: perhaps nobody has it. */
export const lostFirstKey = `
The key that the first start showed was never used. If you do not have it, stop, and start with a key of your own:

  BOOTSTRAP_API_KEY="$(openssl rand -hex 24)" npm start

docs/operations.md tells more: "The first key is lost".`

/** What the first start says: the admin's key, shown this once, and three calls to try. */
export const welcome = (url: string, key: string): string => `
${ready(url)}

This is the first start, so here is an admin's API key. It is shown once; keep it well.

  export EIGENAAR=${url}/v1 KEY=${key}

Three calls to try:

  curl -s $EIGENAAR/me -H "Authorization: Bearer $KEY"

  curl -s $EIGENAAR/teams -H "Authorization: Bearer $KEY" \\
    -H 'Content-Type: application/json' -d '{"name":"Team Noord"}'

  curl -s $EIGENAAR/organisation -H "Authorization: Bearer $KEY"

The README goes on from here: one question, from opened to resolved.
`

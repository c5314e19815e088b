/** What the first start says: the admin's key, shown this once, and three calls to try. */
export const welcome = (url: string, key: string): string => `
Eigenaar is ready at ${url} (to read: ${url}/docs).

This is the first start, so here is an admin's API key. It is shown once; keep it well.

  export EIGENAAR=${url}/v1 KEY=${key}

Three calls to try:

  curl -s $EIGENAAR/me -H "Authorization: Bearer $KEY"

  curl -s $EIGENAAR/teams -H "Authorization: Bearer $KEY" \\
    -H 'Content-Type: application/json' -d '{"name":"Team Noord"}'

  curl -s $EIGENAAR/organisation -H "Authorization: Bearer $KEY"

The README goes on from here: one question, from opened to resolved.
`

/** Where SCIM is found, beside `/v1`: the protocol has its own paths, media type and refusals (RFC 7644). */
export const scimPrefix = '/scim/v2'
export const isScim = (path: string): boolean => path.startsWith(`${scimPrefix}/`)

export const scimMediaType = 'application/scim+json'

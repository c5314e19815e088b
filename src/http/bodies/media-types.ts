import { isScim, scimMediaType } from '../scim-path.ts'

/** What a PATCH of ours is: what is left out stays, and null clears (RFC 7396). Plain JSON means the same here. */
export const mergePatchType = 'application/merge-patch+json'

/** The media types that a PATCH of this path takes, as `Accept-Patch` lists them (RFC 5789, section 3.1). */
export const acceptedPatches = (path: string): string =>
  isScim(path) ? `${scimMediaType}, application/json` : `${mergePatchType}, application/json`

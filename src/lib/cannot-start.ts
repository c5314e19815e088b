/** The process cannot do its work here. The message tells whoever started it why, and what to change. */
export class CannotStart extends Error {}

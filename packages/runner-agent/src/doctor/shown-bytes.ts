/** A size as a person reads it: GB from a billion bytes on, otherwise MB. */
export const shownBytes = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(0)} MB`;

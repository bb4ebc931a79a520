/** A size as a person reads it: GiB from one on, otherwise MiB; Docker and the drivers count in these. */
export const shownBytes = (bytes: number): string =>
  bytes >= 2 ** 30 ? `${(bytes / 2 ** 30).toFixed(1)} GiB` : `${(bytes / 2 ** 20).toFixed(0)} MiB`;

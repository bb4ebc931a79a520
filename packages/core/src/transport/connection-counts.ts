/** What a transport counts about its connections and reads; read by the generator's health. */
export class ConnectionCounts {
  /** Connections that came about; those that could not be opened are failed requests. */
  opened = 0;
  reused = 0;
  staleReplaced = 0;
  /** Measured requests that found no open connection and waited for one. */
  waited = 0;
  reads = 0;
  bytes = 0;
}

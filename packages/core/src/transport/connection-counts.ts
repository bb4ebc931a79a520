/** What a transport counts about its connections and reads; read by the generator's health. */
export class ConnectionCounts {
  opened = 0;
  reused = 0;
  staleReplaced = 0;
  reads = 0;
  bytes = 0;
}

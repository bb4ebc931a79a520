import type { TargetAddress } from '../transport/target-address.ts';

/** Where a server's own routes (metrics, caches) are asked, and how. */
export type ServerDoor = {
  /** What the routes stand below, for example `http://127.0.0.1:8000`. */
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The same address as the load's; `null` asks what the URL names. */
  readonly address: TargetAddress | null;
};

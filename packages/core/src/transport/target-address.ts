/** Where and how to reach a target: parsed once, resolved once. */
export type TargetAddress = {
  readonly secure: boolean;
  readonly hostname: string;
  /** A numeric address, so that no request waits for a name look-up. */
  readonly address: string;
  readonly port: number;
  /** Path in front of the dialect's own, without a slash at its end. */
  readonly basePath: string;
};

/** Whether the target shares this host, and so its cores, with the client. */
export const isLoopback = ({ address }: TargetAddress): boolean =>
  address === '::1' || address.startsWith('127.');

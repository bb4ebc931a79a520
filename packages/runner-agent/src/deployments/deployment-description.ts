/** What was started, as a reader needs it to believe and repeat a measurement. Secrets are redacted. */
export type DeploymentDescription =
  | {
      readonly kind: 'docker';
      readonly image: {
        readonly reference: string;
        /** The registry's digest, `name@sha256:...`; `null` for an image that came from no registry. */
        readonly digest: string | null;
        readonly id: string;
      };
      readonly containerId: string;
      readonly command: readonly string[];
      /** Of the container's first process, on the host. */
      readonly pid: number | null;
      readonly startedAt: string;
    }
  | {
      readonly kind: 'process';
      readonly command: readonly string[];
      readonly workingDirectory: string;
      readonly pid: number;
      /** The process and everything that it started, now. */
      readonly pids: readonly number[];
      readonly startedAt: string;
    }
  | { readonly kind: 'external'; readonly url: string }
  /** Nothing was started. */
  | { readonly kind: 'none'; readonly reason: string };

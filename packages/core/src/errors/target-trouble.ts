/**
 * Why a target cannot be measured, as data: what a sentence in any language is made of. Addresses are those that may be
 * shown (without passwords); `code` is the operating system's or the TLS library's name of the failure.
 */
export type TargetTrouble =
  /** Nothing listens at the address, or at the Unix socket. */
  | { readonly kind: 'connection-refused'; readonly url: string; readonly isSocket: boolean }
  | { readonly kind: 'connection-forbidden'; readonly url: string; readonly isSocket: boolean }
  | { readonly kind: 'host-unknown'; readonly host: string }
  | { readonly kind: 'certificate-untrusted'; readonly url: string; readonly code: string }
  | { readonly kind: 'certificate-outdated'; readonly url: string; readonly isExpired: boolean }
  | { readonly kind: 'certificate-misnamed'; readonly url: string }
  | { readonly kind: 'tls-missing'; readonly url: string; readonly code: string }
  /** Connections are accepted, and nothing is said on them. */
  | { readonly kind: 'no-answer'; readonly url: string; readonly seconds: number }
  | { readonly kind: 'unreachable'; readonly url: string; readonly reason: string }
  | {
      readonly kind: 'key-refused';
      readonly url: string;
      readonly status: number;
      /** Whether a key was sent at all. */
      readonly withKey: boolean;
    }
  /** What answers is a page for people, or any other program. */
  | { readonly kind: 'model-untold'; readonly url: string; readonly isPage: boolean }
  | {
      readonly kind: 'model-not-served';
      readonly url: string;
      readonly model: string;
      readonly served: readonly string[];
      readonly nearest: string | null;
    };

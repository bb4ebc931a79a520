import type { PeerReading } from './figure.ts';
import type { PeerLoad } from './peer-load.ts';
import type { PeerPlaces } from './peer-places.ts';

/** What a client is run for. */
export type PeerRun = {
  readonly load: PeerLoad;
  /** Address of the server, without a path. */
  readonly url: string;
  /** An empty folder for whatever the client writes; it is also its working folder. */
  readonly folder: string;
  readonly places: PeerPlaces;
};

/** A program with its arguments and what its environment has beside that of this process. */
export type PeerCommand = {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
};

/** One client: how to install it, how to run it for a load, and how to read its result. */
export type PeerClient = {
  /** As `--clients` takes it. */
  readonly name: string;
  /** As the table shows it, with its version. */
  readonly title: string;
  /** Requests of four tokens that keep it busy for a second or more. */
  readonly shortStreamRequests: number;
  /** Puts it into the folder of the clients. Throws with what went wrong. */
  readonly install: (places: PeerPlaces) => Promise<void>;
  /** Why it cannot run yet, or null. */
  readonly missing: (places: PeerPlaces) => string | null;
  /** The command for one run; may write a configuration into the run's folder. */
  readonly command: (run: PeerRun) => Promise<PeerCommand>;
  /** Reads the result out of the run's folder; standard output is in `stdout.txt`. Throws when it is not there. */
  readonly read: (folder: string) => Promise<PeerReading>;
};

import { failure, type Outcome } from '../outcome.ts';

/** A refusal that is known: how the engine words it, and what it means. `{image}` stands for the image's name. */
type KnownRefusal = {
  readonly code: string;
  readonly pattern: RegExp;
  readonly message: string;
  readonly hint: string | null;
};

const known: readonly KnownRefusal[] = [
  {
    code: 'no-gpu-runtime',
    pattern: /could not select device driver|nvidia-container|unknown or invalid runtime name|libnvidia-ml/i,
    message: 'Docker cannot give a container a GPU: the NVIDIA container toolkit is not set up on this host',
    hint: 'install nvidia-container-toolkit, run nvidia-ctk runtime configure --runtime=docker, restart Docker',
  },
  {
    code: 'port-in-use',
    pattern: /port is already allocated|address already in use/i,
    message: 'a port that the container is to have on this host is in use',
    hint: 'stop what listens there, or map another port',
  },
  {
    code: 'image-missing',
    pattern: /no such image/i,
    message: 'the image {image} is not on this host',
    hint: 'write pull: missing, or fetch the image yourself',
  },
  {
    code: 'image-unknown',
    pattern:
      /pull access denied|repository .*(?:does not exist|not found)|access to the resource is denied|unauthorized/i,
    message: 'the registry has no image {image}, or does not let this host have it',
    hint: 'check its name; for a private image run docker pull by hand and write pull: never',
  },
  {
    code: 'image-tag-unknown',
    pattern: /manifest .*(?:unknown|not found)|manifest for|no matching manifest/i,
    message: 'the registry knows no such version of the image {image} for this machine',
    hint: 'check the tag, and that the image is made for this kind of processor',
  },
  {
    code: 'registry-limit',
    pattern: /toomanyrequests|rate limit/i,
    message: 'the registry lets this host fetch no more images for now',
    hint: 'log in with docker login and pull by hand, or wait',
  },
  {
    code: 'registry-unreachable',
    pattern:
      /no such host|dial tcp|i\/o timeout|tls handshake|connection refused|deadline exceeded|server misbehaving|proxyconnect|Client\.Timeout|x509/i,
    message: 'the registry of the image {image} cannot be reached from this host',
    hint: 'check the network, proxy and name of the registry; an image that is already here needs pull: never',
  },
  {
    code: 'disk-full',
    pattern: /no space left on device/i,
    message: 'there is no room on the disk where Docker keeps its images',
    hint: 'free some space, for example with docker image prune',
  },
  {
    code: 'program-missing',
    pattern:
      /executable file not found|exec format error|exec: "[^"]*":.*no such file|starting container.*no such file|no command specified/i,
    message: 'the image {image} does not hold the program that it is to start',
    hint: 'check entrypoint and args, and that the image is made for this kind of processor',
  },
  {
    code: 'network-missing',
    pattern: /network \S+ not found|could not find (?:an available|plugin)/i,
    message: 'the Docker Engine of this host has no network for containers',
    hint: 'write network: host in the plan, or set up the bridge network of Docker',
  },
  {
    code: 'name-in-use',
    pattern: /container name .* is already in use/i,
    message: 'a container of an earlier deployment with the same id is still there',
    hint: null,
  },
];

/** The failure that an engine's words mean; unknown words are told as they are. `what` is `start the container`. */
export function dockerRefusal(what: string, image: string, words: string): Outcome<never> {
  const match = known.find(({ pattern }) => pattern.test(words));
  if (match === undefined) return failure('docker-refused', `Docker did not ${what}: ${words}`);
  return failure(match.code, `${match.message.replace('{image}', image)} (${words})`, match.hint);
}

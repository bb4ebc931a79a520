import type { InitWords } from '../init-words.ts';

export const init: InitWords = {
  intro:
    'This writes a plan for a comparison: which servers, which load, how often. Nothing is measured before you say so.',
  howToLeave: 'Enter takes what stands in brackets; Ctrl-C leaves, and nothing is written.',
  looking: 'Looking for inference servers on this host: usual ports, and ports of running containers ...',
  found: 'Found:',
  listensElse: (ports) =>
    `Something listens on ${ports} too, but does not answer as an inference server does; a server that is still loading looks the same.`,
  noneFound: 'No inference server was found here.',
  noneFoundHelp:
    'Start yours (vLLM, SGLang, or any OpenAI-compatible one), or type the address of one elsewhere.',
  tryWithout: 'To try Kneepoint without a GPU, start two simulated servers, each in a terminal of its own:',
  tryThenEnter: 'then come back and press Enter.',
  askAddress: 'Address of a server, as http://HOST:PORT (Enter looks again, q leaves)',
  askServers: 'Which of them shall be measured?',
  askServersHint: 'numbers; also addresses of other servers, as http://HOST:PORT',
  onlyOne: 'That is one server. A comparison needs two; one alone gives its figures and its limits.',
  askSecond: 'Address of another server (Enter goes on with what there is)',
  notAnswer: (said) => `"${said}" is no number of the list and no address.`,
  alreadyNamed: 'This server is in the list already.',
  checking: (url) => `Asking ${url} ...`,
  noServer: 'This is no server that can be measured:',
  tryLabel: 'try: ',
  takeWhatElse: 'Choose one at least.',
  simulated: 'simulated',
  askThoroughness: 'How thorough?',
  thoroughness: (kind, time) =>
    ({
      quick: `quick: one repeat, ${time}; shows what there is`,
      usual: `usual: three repeats, ${time}; tells a difference from noise`,
      thorough: `thorough: five repeats, ${time}; finds small differences`,
    })[kind],
  askLanguages: 'In which languages shall the report be?',
  askName: 'Name of the comparison',
  nameProblem: 'Give a name of letters, digits, dots, dashes or spaces.',
  askFile: 'File of the plan',
  fileExists: (path) => `${path} is there already, and nothing is overwritten.`,
  fileFolderMissing: (path) => `The folder of ${path} is not there.`,
  willDo: 'This is what will be done:',
  targets: (names) => `servers   ${names}`,
  stages: (stages, suites, repeats) =>
    `load      ${stages} stages: ${suites}${repeats === 1 ? '' : `; each ${repeats} times, the servers in turns`}`,
  time: (time) => `time      ${time}`,
  report: (languages) => `report    ${languages}, as Markdown and as a page for the browser`,
  askStart: 'Write the plan?',
  startNow: 'yes, and start measuring now',
  writeOnly: 'yes, and measure later',
  leave: 'no, leave without writing',
  left: 'Nothing was written.',
  written: (path) => `The plan is in ${path}. It says at every line what can be changed.`,
  startingNow: 'Measuring now; Ctrl-C ends it and keeps what was measured until then.',
  thenRun: 'Run it with:',
  whatComes:
    'It shows the progress, then a table, and writes the result and the report into a folder under out/; every number says how far it can be trusted.',
  oneNumber: (most) => `One number from 1 to ${most}, please.`,
  numbers: (most) => `Numbers from 1 to ${most}, please.`,
  minutes: (minutes) =>
    minutes < 1 ? 'less than a minute' : minutes < 60 ? `about ${minutes} min` : `about ${hours(minutes)} h`,
  inputEnded: 'the input ended before the questions were answered; nothing was written',
  suites: { singleUser: 'one user', concurrency: 'several users', languages: 'languages' },
  plan: {
    run: 'Run it:',
    dryRun: 'See what it will do:',
    targets: 'The servers. Add one with its url; what it is called here stands in tables and charts.',
    someServer: 'a server',
    singleUser: 'One user at a time: how fast is a single answer?',
    concurrency: 'Users who each wait for their answer: how much do all get together?',
    concurrencyLengths: 'Lengths may be drawn, too: inputTokens: "normal:200,50".',
    languages: 'The same task in several languages, with a look at the answers.',
    rate: 'Requests that come whether or not the server keeps up; take it in for the waiting that real users see.',
    repeats: {
      quick: 'One repeat shows what there is, but not how much it varies.',
      usual: 'Three repeats, the servers in turns, are the least that tells a difference from noise.',
      thorough: 'Five repeats find small differences, and a minute a level has samples for the p99.',
    },
    order: 'The pause between two stages lets a server come to rest.',
    thresholds: 'What has to hold; else the exit code is 4.',
    report: 'Languages: en, ko, zh.',
  },
};

const hours = (minutes: number): string => (minutes / 60).toFixed(1);

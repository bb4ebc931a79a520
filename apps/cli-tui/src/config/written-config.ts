const head = (isProject: boolean): string =>
  isProject
    ? '# Settings of Kneepoint for this project. They stand above those of a person, and beneath plans, the environment\n# and flags.'
    : '# Settings of Kneepoint. They stand beneath those of a project, of plans, of the environment and of flags.';

const shared = `# kneepoint config show says what holds and where it comes from. Times: 500ms, 30s, 2m, 1h30m. Counts: 200, 10k.

# Messages and screens speak ko, en or zh; otherwise what the system does.
# language: en

# Colours are for terminals; never leaves them out there, too.
# colour: never

# Load worker threads of every command that has --workers.
# workers: auto

# The documents of compare and report.
# report:
#   languages: [en]
#   format: [markdown, html]

# Any flag of any command, as kneepoint COMMAND --help has it, written like this: --input-tokens is inputTokens.
# bench:
#   users: [1, 4, 16]
#   duration: 30s
#   inputTokens: 200
# compare:
#   repeats: 3
# capacity:
#   duration: 60s
# audit:
#   severity: error
`;

const own = `
# Where the history of runs lies; a relative path counts from here.
# store: ~/kneepoint/history.db

# Hosts where kneepoint agent listens: --agent gpu. No token stands here, only the name of a variable that holds it.
# agents:
#   - { name: gpu, url: "http://gpu-host:7321", tokenEnv: GPU_TOKEN }
`;

/** A config in which every key is explained and none is set. A project's cannot hold what is a person's own. */
export const writtenConfig = (isProject: boolean): string =>
  `${head(isProject)}\n${shared}${isProject ? '' : own}`;

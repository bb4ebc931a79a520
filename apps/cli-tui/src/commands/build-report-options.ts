import type { Command } from 'commander';

/** The options that tell a build server how a run ended. */
export function addBuildReportOptions(command: Command): Command {
  return command
    .option('--junit <file.xml>', 'write thresholds and the trust of every stage as a JUnit file')
    .option('--annotations <name>', "github: thresholds that are not met as GitHub's annotations, on stderr");
}

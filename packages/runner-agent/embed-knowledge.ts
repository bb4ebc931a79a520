import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProblemFiles } from './src/knowledge/read-problem-files.ts';

// Writes the known problems into a module, because the published command is one bundle without folders.
const problems = readProblemFiles(join(import.meta.dirname, 'knowledge'));
const source = `// Written by embed-knowledge.ts from ../../knowledge; run \`pnpm knowledge:embed\` after a change of a file there.
import type { KnownProblem } from './known-problem.ts';

/** Names of all known problems. */
export type KnownProblemId =
${problems.map(({ id }) => `  | '${id}'`).join('\n')};

/** Every known problem, in the order of their names. */
export const embeddedProblems: readonly KnownProblem[] = ${JSON.stringify(problems, null, 2)};
`;
writeFileSync(join(import.meta.dirname, 'src', 'knowledge', 'embedded-problems.ts'), source);

/** A part of the screen: where its panel stands and how large it is. */
export type PanelRoom = { readonly width: number; readonly height: number };

/** The rooms of the three panels; `beside` says that the results stand to the right of the others. */
export type HomeLayout = {
  readonly beside: boolean;
  readonly agents: PanelRoom;
  readonly jobs: PanelRoom;
  readonly results: PanelRoom;
};

/** Lines that each part would like to have, without its frame. */
export type WantedLines = { readonly agents: number; readonly jobs: number; readonly results: number };

const frame = 2;
/** From here on two tables stand side by side. */
const wideColumns = 130;
/** A title of the table and two rows. */
const leastTable = 3;

/**
 * Agents take what they want, a third of the screen at most; jobs and results share the rest, half each where both want
 * more than that. On a wide screen the results have a column of their own.
 */
export function homeLayout(
  { columns, rows }: { readonly columns: number; readonly rows: number },
  wanted: WantedLines,
): HomeLayout {
  const beside = columns >= wideColumns;
  const left = beside ? Math.floor(columns * 0.54) : columns;
  const mostAgents = Math.max(frame + 1, Math.floor(rows / 3));
  const agents = Math.min(mostAgents, Math.max(1, wanted.agents) + frame);
  const rest = rows - agents;
  const jobs = beside ? rest : jobsHeight(rest, wanted);
  return {
    beside,
    agents: { width: left, height: agents },
    jobs: { width: left, height: jobs },
    results: beside ? { width: columns - left, height: rows } : { width: left, height: rest - jobs },
  };
}

function jobsHeight(rest: number, { jobs, results }: WantedLines): number {
  const most = rest - Math.min(Math.floor(rest / 2), Math.max(leastTable, results) + frame);
  return Math.max(0, Math.min(Math.max(leastTable, jobs) + frame, most));
}

/** Where a result comes from; `name` is what the breadcrumb calls it. */
export type ResultSource =
  | { readonly from: 'history'; readonly id: string; readonly name: string }
  | { readonly from: 'file'; readonly path: string; readonly name: string }
  | { readonly from: 'agent'; readonly agentUrl: string; readonly jobId: string; readonly name: string };

/** What stands before the person. The frame keeps a stack of these: opening pushes, going back pops. */
export type Screen =
  | { readonly kind: 'home' }
  | { readonly kind: 'browser' }
  | { readonly kind: 'result'; readonly source: ResultSource }
  /** At least two. */
  | { readonly kind: 'compare'; readonly sources: readonly ResultSource[] }
  | { readonly kind: 'job'; readonly agentUrl: string; readonly jobId: string; readonly name: string }
  /** The keys of the screen below it. */
  | { readonly kind: 'help' };

/** The screen of one kind. */
export type ScreenOf<Kind extends Screen['kind']> = Extract<Screen, { readonly kind: Kind }>;

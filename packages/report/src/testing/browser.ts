import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const usualPath = '/usr/bin/chromium';

/** Where the browser is: `KNEEPOINT_CHROMIUM`, else where Debian's package puts it. */
export function browserPath(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['KNEEPOINT_CHROMIUM'] ?? usualPath;
}

/** Starts Chromium without a screen; throws one sentence that says what to install where there is none. */
export async function openBrowser(path = browserPath()): Promise<Browser> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    throw new Error(
      `The page is tested in Chromium, and there is none at ${path}: install it (Debian: apt-get install chromium) or name another one in KNEEPOINT_CHROMIUM.`,
    );
  }
  return chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
}

/** What a page did that a report must not do. */
export type PageFaults = {
  /** Errors and warnings of its console, a broken content policy among them. */
  readonly console: string[];
  /** Addresses that it asked for besides itself. */
  readonly requests: string[];
};

/** A page of the given width that shows a file, with what went wrong so far; nothing is fetched for it. */
export async function openReport(
  browser: Browser,
  file: string,
  options: { readonly width: number; readonly colorScheme?: 'light' | 'dark' },
): Promise<{ readonly page: Page; readonly faults: PageFaults }> {
  const { width, colorScheme = 'light' } = options;
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  const faults: PageFaults = { console: [], requests: [] };
  page.on('console', (message) => faults.console.push(message.text()));
  page.on('pageerror', (error) => faults.console.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== `file://${file}`) faults.requests.push(request.url());
  });
  await page.goto(`file://${file}`);
  return { page, faults };
}

/** The accessibility checks of axe-core as text, to be run inside a page from outside its content policy. */
export function axeSource(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}

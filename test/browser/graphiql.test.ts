// The page a guest meets first, in a real browser that can reach nothing but our server: its host names resolve to
// nothing, and every request to another host is aborted and written down.

import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleTabs } from '../../src/server/graphiql/tabs.ts';
import { chromiumPath } from '../support/tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const executablePath = chromiumPath();

describe.skipIf(executablePath === undefined)('GraphiQL with the network cut', () => {
  let server: ChildProcess | undefined;
  let browser: Browser | undefined;
  let page: Page;
  const otherHosts: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    expectFreshBuild();
    const serving = await startServer();
    server = serving.process;
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: browserFlags,
    });
    const context = await browser.newContext();
    await context.route('**', (route) => {
      const asked = new URL(route.request().url());
      if (asked.host === serving.url.host || asked.protocol === 'data:' || asked.protocol === 'blob:')
        return route.continue();
      otherHosts.push(asked.href);
      return route.abort();
    });
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText ?? ''}`));
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.url()} ${response.status()}`);
    });
    await page.goto(serving.url.href);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.kill();
  });

  test('opens with the three example tabs', async () => {
    expect(await page.title()).toBe('Coauthor');
    const titles = page.locator('[id^="graphiql-session-tab-"]');
    expect(await titles.allTextContents()).toEqual(['AuthorAndCoauthors', 'HowTwoPeopleAreConnected', 'AnInstitution']);
  });

  test.each([
    { tab: 0, expected: ['Stefano Sarao Mannelli', '"coauthorCount"'] },
    { tab: 1, expected: ['"CollaborationPath"', 'Andrew Saxe'] },
    { tab: 2, expected: ['deepmind'] },
  ])('tab $tab shows its question, and running it answers with $expected', async ({ tab, expected }) => {
    await openTab(page, tab);
    expect(await editorText(page, 'operation.graphql')).toBe(exampleTabs[tab]?.query);

    await page.getByRole('button', { name: 'Execute query' }).click();
    for (const text of expected) await expect.poll(() => editorText(page, 'response.json'), patience).toContain(text);
    expect(JSON.parse(await editorText(page, 'response.json'))).not.toHaveProperty('errors');
  });

  test('Ctrl-Enter runs a tab too', async () => {
    await openTab(page, 0);
    await page.locator('.graphiql-query-editor .view-lines').click();
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.keyboard.press('Control+Enter');
    expect(await (await answer).text()).toContain('Stefano Sarao Mannelli');
  });

  test('explains a field from the schema, and keeps a history, without help from outside', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Query', exact: true }).first().click();
    await page.getByRole('link', { name: 'collaborationPath', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show History' }).click();
    await page.locator('.graphiql-history-items').getByText('AuthorAndCoauthors').first().waitFor();
  });

  test('formats a document with what it was built with', async () => {
    await openTab(page, 2);
    await page.locator('.graphiql-query-editor .view-lines').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('\n\n');
    expect(await editorText(page, 'operation.graphql')).toBe(`\n\n${exampleTabs[2]?.query}`);
    await page.getByRole('button', { name: 'Prettify query' }).click();
    await expect.poll(() => editorText(page, 'operation.graphql'), patience).toBe(exampleTabs[2]?.query);
  });

  // Last, so that everything above has had its chance to ask or to complain.
  test('asks no other host for anything, and the browser complains of nothing', () => {
    expect(otherHosts).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

// The machine may be busy with other tests.
const patience = { timeout: 15_000 };

const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

/** Fails when the built page is missing or older than its sources: the test would be of something else. */
function expectFreshBuild(): void {
  const sources = join(root, 'src/server/graphiql');
  const files = readdirSync(sources).filter((name) => !name.endsWith('.md'));
  const newest = Math.max(...files.map((name) => statSync(join(sources, name)).mtimeMs));
  const page = statSync(join(root, 'dist/graphiql/index.html'), { throwIfNoEntry: false });
  if (page === undefined || page.mtimeMs < newest)
    throw new Error('dist/graphiql is missing or older than src/server/graphiql: run npm run build.');
}

/** Starts the command as a guest would, on a free port, and resolves once it says where it listens. */
async function startServer(): Promise<{ readonly process: ChildProcess; readonly url: URL }> {
  const started = spawn(process.execPath, ['dist/cli/main.js', 'serve', 'data/sample', '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    started.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /http:\/\/\S+\/graphql/.exec(said)?.[0];
      if (address !== undefined) resolve({ process: started, url: new URL(address) });
    });
    started.on('error', reject);
    started.on('exit', (code) => reject(new Error(`The server ended with code ${code}:\n${said}`)));
  });
}

/**
 * Clicks a tab and waits until GraphiQL has read its document. It reads 100 ms after the last change, and until then
 * runs the new document under the name of the old operation; it keeps what it read in the browser's storage.
 */
async function openTab(page: Page, tab: number): Promise<void> {
  await page.locator(`#graphiql-session-tab-${tab}`).click();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('graphiql:query')), patience)
    .toBe(exampleTabs[tab]?.query);
}

/** What an editor holds now. Monaco draws only the lines in view; GraphiQL leaves Monaco itself on the window. */
async function editorText(page: Page, file: string): Promise<string> {
  return page.evaluate((name) => {
    // GraphiQL sets it untyped; these two methods are all that is asked of it.
    const { __MONACO: monaco } = globalThis as unknown as {
      __MONACO: { editor: { getModels(): { uri: { path: string }; getValue(): string }[] } };
    };
    return (
      monaco.editor
        .getModels()
        .find((model) => model.uri.path.endsWith(name))
        ?.getValue() ?? ''
    );
  }, file);
}

// Serves the built pages as app://tray/…, out of app.asar too, each answer with the policy of page-files.ts.
import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SCHEME } from './addresses.ts';
import { CONTENT_SECURITY_POLICY, pageFile } from './page-files.ts';

const NOT_THERE: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

/** Makes app: a scheme with an origin. Must be called before Electron's `ready`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

function respond(status: number, body: string | Uint8Array<ArrayBuffer>, type = 'text/plain; charset=utf-8'): Response {
  const headers = { 'content-type': type, 'content-security-policy': CONTENT_SECURITY_POLICY, 'x-content-type-options': 'nosniff' };
  return new Response(body, { status, headers });
}

async function answer(folder: string, { url, method }: Request): Promise<Response> {
  if (method !== 'GET') return respond(405, 'only GET');
  const page = pageFile(folder, url);
  if (page.kind === 'forbidden') return respond(403, 'forbidden');
  if (page.kind === 'unknown') return respond(404, 'not found');
  try {
    return respond(200, new Uint8Array(await readFile(page.file)), page.type);
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_THERE.has(error.code)) return respond(404, 'not found');
    throw error;
  }
}

/** Serves what lies below `folder`, and nothing beside it, until the returned function is called. createWindows() calls this. */
export function servePages(folder: string): () => void {
  const root = path.resolve(folder);
  protocol.handle(SCHEME, (request) => answer(root, request));
  return () => protocol.unhandle(SCHEME);
}

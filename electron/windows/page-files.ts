// Which file answers which address, of what type and under which policy. Needs no Electron; pages.ts serves by it.
import path from 'node:path';
import { HOST } from './addresses.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Pages load only what lies beside them; nothing inline, nothing from elsewhere, no frames, no forms. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

export type PageFile =
  | { readonly kind: 'file'; readonly file: string; readonly type: string }
  /** An address that leads out of the folder, or is no path at all. */
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'unknown' };

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** The file below `folder` (absolute) that `url` names. Whether it exists is the reader's to find out. */
export function pageFile(folder: string, url: string): PageFile {
  if (!URL.canParse(url) || new URL(url).host !== HOST) return { kind: 'unknown' };
  const pathname = decoded(new URL(url).pathname);
  if (pathname === null || /[\0\\]/.test(pathname)) return { kind: 'forbidden' };
  if (pathname.endsWith('/')) return { kind: 'unknown' }; // a folder has no page of its own
  const file = path.join(folder, pathname);
  if (!file.startsWith(folder + path.sep)) return { kind: 'forbidden' };
  return { kind: 'file', file, type: TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream' };
}

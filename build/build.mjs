// The whole build into dist/: icons from their SVG sources, then main, preloads and windows with Vite.
import { createBuilder } from 'vite';
import { buildIcons } from './icons.mjs';

await buildIcons({ from: 'assets', to: 'dist/assets' });
const builder = await createBuilder({ configFile: 'build/vite.config.ts', logLevel: 'warn' });
await builder.buildApp();

// What a builder prints while it makes a container image of a Node project: BuildKit's steps, npm, the TypeScript compiler.
// A failing build ends with a compile error. About 300 lines, colours included.
import { between, letters, pick, type Random } from './scenario-random.ts';

const ESC = '\u001B[';
const red = (text: string): string => `${ESC}31m${text}${ESC}0m`;
const yellow = (text: string): string => `${ESC}33m${text}${ESC}0m`;
const green = (text: string): string => `${ESC}32m${text}${ESC}0m`;
const cyan = (text: string): string => `${ESC}96m${text}${ESC}0m`;
const grey = (text: string): string => `${ESC}90m${text}${ESC}0m`;
const bold = (text: string): string => `${ESC}1m${text}${ESC}0m`;

const PACKAGES: readonly string[] = [
  'accepts ajv ansi-styles asynckit atomic-sleep balanced-match base64-js bl body-parser brace-expansion buffer bytes',
  'call-bind chalk chokidar color-convert combined-stream content-type cookie cross-spawn dateformat debug depd destroy',
  'dotenv ee-first encodeurl escape-html etag eventemitter3 express fast-copy fast-redact finalhandler form-data forwarded',
  'fresh get-intrinsic glob has-symbols http-errors iconv-lite ieee754 inherits ioredis ipaddr.js isexe joycon jsonwebtoken',
  'jws kleur lodash lru-cache mime-db mime-types minimatch minimist ms negotiator nanoid object-inspect on-finished',
  'parseurl pg pg-pool pg-protocol pgpass pino pino-http postgres-array postgres-bytea prisma proxy-addr pump qs',
  'quick-format-unescaped range-parser raw-body readable-stream real-require safe-stable-stringify safer-buffer',
  'secure-json-parse semver send serve-static setprototypeof sonic-boom split2 statuses stripe thread-stream toidentifier',
  'tslib type-is undici unpipe uuid vary which winston wrappy ws xtend yallist zod',
].flatMap((line) => line.split(' '));

const BASE = 'docker.io/library/node:22-alpine';
const LAYERS = ['f18232174bc9', 'a6b1d2e3f405', '9c1f0a7d52b1', 'e88f3c04a6b1', '4be07d21c990'] as const;

function loading(random: Random, commit: string): readonly string[] {
  const digest = letters(random, 64);
  return [
    `cloning at ${commit.slice(0, 12)} …`,
    '#0 building with "builder-7f4c" instance using kubernetes driver',
    '',
    '#1 [internal] load build definition from Dockerfile',
    '#1 transferring dockerfile: 712B done',
    '#1 DONE 0.0s',
    '',
    `#2 [internal] load metadata for ${BASE}`,
    '#2 DONE 0.9s',
    '',
    '#3 [internal] load .dockerignore',
    '#3 transferring context: 118B done',
    '#3 DONE 0.0s',
    '',
    '#4 [internal] load build context',
    '#4 transferring context: 1.83MB 0.1s done',
    '#4 DONE 0.2s',
    '',
    `#5 [build 1/6] FROM ${BASE}@sha256:${digest}`,
    ...LAYERS.map((layer, i) => `#5 sha256:${layer} ${between(random, 2, 40)}.${i}MB / 48.1MB ${i + 1}.2s`),
    ...LAYERS.map((layer, i) => `#5 extracting sha256:${layer} 0.${i + 3}s done`),
    '#5 DONE 3.8s',
    '',
    '#6 [build 2/6] WORKDIR /app',
    '#6 DONE 0.1s',
    '',
    '#7 [build 3/6] COPY package.json package-lock.json ./',
    '#7 DONE 0.0s',
    '',
  ];
}

const WARNINGS = [
  'inflight@1.0.6: This module is not supported, and leaks memory.',
  'glob@7.2.3: Glob versions prior to v9 are no longer supported',
  'rimraf@3.0.2: Rimraf versions prior to v4 are no longer supported',
  'lodash.get@4.4.2: This package is deprecated. Use the optional chaining (?.) operator instead.',
  'uuid@3.4.0: Please upgrade to version 7 or higher.',
  'node-domexception@1.0.0: Use your platform’s native DOMException instead',
] as const;

function installing(random: Random): readonly string[] {
  let at = 0.4;
  const fetched = [...PACKAGES, ...PACKAGES.slice(0, 68).map((name) => `@types/${name}`)].map((name) => {
    at += random() * 0.12;
    return `#8 ${at.toFixed(3)} npm http fetch GET 200 https://registry.npmjs.org/${name.replace('/', '%2f')} ${between(random, 18, 320)}ms (cache miss)`;
  });
  const warned = WARNINGS.map((text) => `#8 ${(at + 0.2).toFixed(3)} npm ${yellow('warn')} deprecated ${text}`);
  return [
    '#8 [build 4/6] RUN npm ci --loglevel=http',
    ...fetched,
    ...warned,
    `#8 ${(at + 4).toFixed(3)} added ${between(random, 390, 430)} packages, and audited ${between(random, 431, 440)} packages in ${Math.round(at + 4)}s`,
    `#8 ${(at + 4).toFixed(3)} found ${green('0')} vulnerabilities`,
    `#8 DONE ${(at + 4.6).toFixed(1)}s`,
    '',
    '#9 [build 5/6] COPY . .',
    '#9 DONE 0.1s',
    '',
  ];
}

const SOURCES = 'cart catalog checkout customer invoice ledger money order payment price stock tax'.split(' ');

function compiling(name: string, random: Random): readonly string[] {
  const files = SOURCES.flatMap((folder) => ['model', 'routes', 'store'].map((file) => `src/${folder}/${file}.ts`));
  return [
    '#10 [build 6/6] RUN npm run build',
    '#10 0.611',
    `#10 0.611 > ${name}@2.14.0 build`,
    '#10 0.611 > tsc -p tsconfig.json --listEmittedFiles --pretty',
    '#10 0.611',
    ...files.map(
      (file, i) =>
        `#10 ${(2 + i * 0.09).toFixed(3)} ${grey('TSFILE:')} /app/${file.replace('src', 'dist').replace('.ts', '.js')} ${grey(`${between(random, 2, 90)}ms`)}`,
    ),
  ];
}

/** The place in the sources that does not compile. */
export const BROKEN = { file: 'src/money/total.ts', line: 41, code: 'TS2345' } as const;

const FAILURE: readonly string[] = [
  `#10 5.902 ${cyan(BROKEN.file)}:${yellow(String(BROKEN.line))}:${yellow('27')} - ${red('error')} ${grey(`${BROKEN.code}:`)} Argument of type 'string | undefined' is not assignable to parameter of type 'string'.`,
  "#10 5.902   Type 'undefined' is not assignable to type 'string'.",
  '#10 5.902',
  `#10 5.902 ${bold('41')}   return sum + parseAmount(line.price) * line.count;`,
  `#10 5.902 ${bold('  ')}                          ${red('~~~~~~~~~~')}`,
  '#10 5.902',
  '#10 5.903',
  `#10 5.903 Found 1 error in ${BROKEN.file}${grey(`:${BROKEN.line}`)}`,
  '#10 5.911 npm error Lifecycle script `build` failed with error:',
  '#10 5.911 npm error code 2',
  '#10 5.911 npm error path /app',
  '#10 5.911 npm error command failed',
  '#10 5.911 npm error command sh -c tsc -p tsconfig.json --listEmittedFiles --pretty',
  `#10 ${red('ERROR: process "/bin/sh -c npm run build" did not complete successfully: exit code: 2')}`,
  '------',
  ' > [build 6/6] RUN npm run build:',
  `5.903 Found 1 error in ${BROKEN.file}:${BROKEN.line}`,
  '5.911 npm error code 2',
  '------',
  'Dockerfile:14',
  '--------------------',
  '  12 |     RUN npm ci --loglevel=http',
  '  13 |     COPY . .',
  `  14 | ${red('>>>')} RUN npm run build`,
  '  15 |',
  '  16 |     FROM node:22-alpine',
  '--------------------',
];

function exporting(name: string, commit: string, random: Random): readonly string[] {
  const image = `registry.example/${name}:${commit.slice(0, 12)}`;
  return [
    `#10 ${green('DONE')} 6.4s`,
    '',
    '#11 exporting to image',
    '#11 exporting layers 1.1s done',
    `#11 exporting manifest sha256:${letters(random, 64)} done`,
    `#11 pushing layers ${pick(random, ['2.1s', '3.4s', '1.8s'])} done`,
    `#11 pushing manifest for ${image} done`,
    `#11 ${green('DONE')} 4.3s`,
    `image ${image} is in the registry`,
  ];
}

const DEEDS = 'adds keeps drops merges splits counts sorts refuses repeats restores rounds sums'.split(' ');
const THINGS = 'one none both first last empty broken foreign expired double hidden late paid open closed free'.split(' ');
const PLACES = 'item order basket price voucher refund address country currency invoice tax stock'.split(' ');

const word = (words: readonly string[], place: number): string => words[place % words.length] ?? '';

/** What a test runner says of `count` tests, each in words of its own. */
function testing(count: number, random: Random): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const [folder, deed] = [word(SOURCES, index), word(DEEDS, Math.floor(index / SOURCES.length))];
    const [thing, place] = [word(THINGS, Math.floor(index / 144)), word(PLACES, Math.floor(index / 2304))];
    return `#9 ${(4 + index * 0.004).toFixed(3)} ${green('✓')} ${folder} › ${deed} the ${thing} ${place} ${grey(`(${between(random, 1, 40)} ms)`)}`;
  });
}

/** The lines of one build with so many tests, in order; empty lines are left out. */
export function buildLog(name: string, commit: string, isFailing: boolean, random: Random, tests = 0): readonly string[] {
  const end = isFailing ? FAILURE : exporting(name, commit, random);
  const before = [...loading(random, commit), ...installing(random), ...testing(tests, random)];
  return [...before, ...compiling(name, random), ...end].filter((line) => line !== '');
}

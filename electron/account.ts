// Who is signed in: gets, tests, keeps and drops the token. The token itself leaves this file only as Access, for
// platform/client.ts; windows see AccountState, which does not hold it.
import type { ConnectRequest } from './contract/channels.ts';
import type { AccountState } from './contract/state.ts';
import type { Log } from './log.ts';
import type { Problem } from './model/problem.ts';
import { ok, type Result } from './model/result.ts';
import type { World } from './model/world.ts';
import type { Access } from './platform/platform.ts';

/** Where the token is kept beyond this run: the system's keyring. */
interface TokenKeeper {
  read(): Promise<Result<string | null>>;
  keep(token: string): Promise<Result<null>>;
  forget(): Promise<Result<null>>;
}
export interface AccountParts {
  readonly apiUrl: string;
  readonly wsUrl: string;
  /** The token of the environment; wins over a kept one and is never kept. */
  readonly environmentToken: string | null;
  readonly keeper: TokenKeeper;
  /** Makes one small request with this access: is the token good? */
  readonly probe: (access: Access) => Promise<Result<unknown>>;
  readonly cleanToken: (pasted: string) => Result<string>;
  readonly schemeOf: (token: string) => Access['scheme'];
  /** Starts the demo platform (once) and says how to reach it. */
  readonly startDemo: () => Promise<Access>;
  readonly log: Log;
}

export interface Account {
  /** With what the platform is asked; null while nobody is signed in. */
  access(): Access | null;
  state(): AccountState;
  /** Finds a token: the environment's, the demo's when asked for, else the kept one. */
  start(isDemo: boolean): Promise<void>;
  connect(request: ConnectRequest): Promise<Result<null>>;
  exploreDemo(): Promise<Result<null>>;
  /** Drops the token everywhere. */
  forget(): Promise<Result<null>>;
  /** What the world tells about the token: accepted, or refused. */
  heard(world: World): void;
  /** The tokens in use, for the log to mask. */
  secrets(): readonly string[];
  /** Called after each change; `isOther` when the access changed, so everything is to be read anew. */
  subscribe(listener: (state: AccountState, isOther: boolean) => void): () => void;
}

type Source = NonNullable<AccountState['source']>;

class LiveAccount implements Account {
  readonly #parts: AccountParts;
  readonly #listeners = new Set<(state: AccountState, isOther: boolean) => void>();
  #access: Access | null = null;
  #state: AccountState;

  constructor(parts: AccountParts) {
    this.#parts = parts;
    this.#state = { state: 'checking', source: null, scheme: null, apiUrl: parts.apiUrl, problem: null };
  }

  access(): Access | null {
    return this.#access;
  }
  state(): AccountState {
    return this.#state;
  }
  secrets(): readonly string[] {
    return this.#access ? [this.#access.token] : [];
  }
  subscribe(listener: (state: AccountState, isOther: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async start(isDemo: boolean): Promise<void> {
    if (isDemo) await this.exploreDemo();
    else if (this.#parts.environmentToken !== null) this.#fromEnvironment(this.#parts.environmentToken);
    else await this.#fromKeeper();
  }

  #fromEnvironment(pasted: string): void {
    const token = this.#parts.cleanToken(pasted);
    if (token.ok) this.#signIn('environment', this.#accessWith(token.value));
    else this.#signOut(token.problem);
  }

  async #fromKeeper(): Promise<void> {
    const kept = await this.#parts.keeper.read();
    if (kept.ok && kept.value !== null) this.#signIn('keyring', this.#accessWith(kept.value));
    else this.#signOut(kept.ok ? null : kept.problem);
  }

  async connect({ token: pasted, keep }: ConnectRequest): Promise<Result<null>> {
    const token = this.#parts.cleanToken(pasted);
    if (!token.ok) return token;
    const access = this.#accessWith(token.value);
    const probed = await this.#parts.probe(access);
    if (!probed.ok) return probed;
    const kept = keep === 'keyring' ? await this.#parts.keeper.keep(token.value) : null;
    if (kept && !kept.ok) this.#parts.log.warn('the token could not be kept', { problem: kept.problem.kind });
    this.#signIn(kept?.ok ? 'keyring' : 'session', access, kept && !kept.ok ? kept.problem : null);
    return ok(null);
  }

  async exploreDemo(): Promise<Result<null>> {
    this.#signIn('demo', await this.#parts.startDemo());
    return ok(null);
  }

  async forget(): Promise<Result<null>> {
    const forgotten = await this.#parts.keeper.forget();
    this.#signOut(forgotten.ok ? null : forgotten.problem);
    return forgotten;
  }

  heard(world: World): void {
    if (this.#access === null) return;
    const { problem } = world;
    if (problem?.kind === 'refused') this.#change({ ...this.#state, state: 'refused', problem }, false);
    else if (problem === null && Object.keys(world.organizations).length > 0) this.#accepted();
  }

  /** A note from signing in (no keyring) stays; a refusal is over. */
  #accepted(): void {
    const problem = this.#state.problem?.kind === 'refused' ? null : this.#state.problem;
    this.#change({ ...this.#state, state: 'connected', problem }, false);
  }

  #accessWith(token: string): Access {
    const { apiUrl, wsUrl, schemeOf } = this.#parts;
    return { apiUrl, wsUrl, token, scheme: schemeOf(token) };
  }

  #signIn(source: Source, access: Access, problem: Problem | null = null): void {
    this.#access = access;
    this.#change({ state: 'checking', source, scheme: access.scheme, apiUrl: access.apiUrl, problem }, true);
  }

  #signOut(problem: Problem | null): void {
    const wasIn = this.#access !== null || this.#state.state === 'checking';
    this.#access = null;
    this.#change({ state: 'signed-out', source: null, scheme: null, apiUrl: this.#parts.apiUrl, problem }, wasIn);
  }

  #change(next: AccountState, isOther: boolean): void {
    const before = this.#state;
    if (!isOther && before.state === next.state && before.problem === next.problem && before.source === next.source) return;
    this.#state = next;
    for (const listener of this.#listeners) listener(next, isOther);
  }
}

/** Nobody is signed in until start() has found a token; until then it is `checking`. */
export function createAccount(parts: AccountParts): Account {
  return new LiveAccount(parts);
}

// A refusal of one thing puts the token in doubt: a policy token is refused (401, 1008) whatever its policy does not allow.
// Only when the organisations are refused, too, is the token itself refused. Platform guide 1.1.
import type { Problem } from '../model/problem.ts';
import type { Platform } from '../platform/platform.ts';

/**
 * What a problem of one thing means: everything but a refusal stays what it is; a refusal is asked about, with one question
 * for all that come at once. A token that is good makes it `forbidden`; else the answer is what is wrong with the account.
 */
export function createTokenDoubt(platform: Pick<Platform, 'organizations'>): (problem: Problem) => Promise<Problem> {
  let asking: Promise<Problem | null> | null = null;
  async function ask(): Promise<Problem | null> {
    const answer = await platform.organizations();
    asking = null;
    return answer.ok ? null : answer.problem;
  }
  return async (problem) => {
    if (problem.kind !== 'refused') return problem;
    asking ??= ask();
    return (await asking) ?? { kind: 'forbidden', answer: problem.answer };
  };
}

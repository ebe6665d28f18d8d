// PURE. A reference to one line, as text that stands for itself in a chat or a ticket: where, who, when to the millisecond, which
// run, the words, and the Console's page of that log. The Console cannot be opened at a line, so time and words find it there.
import { deploymentLink, serviceDeploymentLink, serviceLogLink } from '../../electron/model/console-links.ts';
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { plainText } from './ansi.ts';
import type { LineFacts } from './chunks.ts';
import type { Subject } from './subject.ts';

/** So much of the words is quoted, in characters. */
const MOST_QUOTED = 500;

function quoted(text: string): string {
  const plain = plainText(text).replaceAll(/\s+/g, ' ').trim();
  return plain.length > MOST_QUOTED ? `${plain.slice(0, MOST_QUOTED)}…` : plain;
}

/** The Console's page that shows the line: of the service that said it where that is one, else of the whole run. */
function consolePage({ world, consoleUrl }: AppState, { environment, service }: Subject, place: LogPlace, facts: LineFacts): string {
  if (service) return serviceLogLink(consoleUrl, environment, service.id, facts.sender.name || null);
  const executionId = place.executionId ?? environment.deployment?.executionId ?? null;
  const speaker = facts.sender.id !== null && Object.hasOwn(world.services, facts.sender.id) ? facts.sender.id : null;
  return speaker === null
    ? deploymentLink(consoleUrl, environment, executionId)
    : serviceDeploymentLink(consoleUrl, environment, speaker, executionId);
}

/** The reference to a line: four short lines of text. */
export function lineReference(state: AppState, subject: Subject, place: LogPlace, facts: LineFacts, text: string): string {
  const { environment, title, of } = subject;
  const executionId = place.kind === 'service' ? null : (place.executionId ?? environment.deployment?.executionId ?? null);
  const isTimed = facts.at !== null && !Number.isNaN(new Date(facts.at).getTime());
  const head = [
    of === '' ? title : `${of} / ${title}`,
    facts.sender.name,
    isTimed ? new Date(facts.at ?? 0).toISOString() : 'no time said',
  ];
  return [
    head.filter(Boolean).join(', '),
    `> ${quoted(text)}`,
    ...(executionId === null ? [] : [`Deployment ${executionId}`]),
    consolePage(state, subject, place, facts),
  ].join('\n');
}

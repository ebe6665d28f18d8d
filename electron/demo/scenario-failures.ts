// Why a build or a deployment of the demo failed, in the words of its log.
import type { WireLogError } from '../platform/wire/logs.ts';
import { BROKEN } from './scenario-build-log.ts';
import type { EstateService } from './scenario-estate.ts';
import type { Deployed } from './scenario-status.ts';

/** How a failing deployment goes: its warnings, its summing up, and the error that ends it. */
export interface Failure {
  readonly error: WireLogError;
  readonly signs: readonly string[];
  readonly recap: readonly string[];
}

/** The source does not compile. */
export function buildFailure(service: EstateService): WireLogError {
  return {
    tag: 'BuilderDockerCannotBuildContainerImage',
    user_log_message: `cannot build the image of ${service.name}: \`npm run build\` failed in ${BROKEN.file}, line ${BROKEN.line} (${BROKEN.code})`,
    hint_message: `make ${BROKEN.file} compile, push the change and deploy again`,
    link: 'https://docs.docker.com/reference/dockerfile/#run',
    underlying_error: {
      message: 'process "/bin/sh -c npm run build" did not complete successfully: exit code: 2',
      full_details: `Dockerfile:14\n>>> RUN npm run build\n${BROKEN.file}:${BROKEN.line}:27 - error ${BROKEN.code}`,
    },
  };
}

/** The platform may no longer read a source: nothing is built. */
export function checkFailure(service: EstateService | undefined): WireLogError {
  const name = service?.name ?? 'the service';
  return {
    tag: 'GitCredentialsError',
    user_log_message: `the git repository of ${name} cannot be read: access was refused`,
    hint_message: `give the platform access to the repository of ${name} again, then deploy`,
    link: 'https://hub.qovery.com/docs/using-qovery/configuration/organization/git-repository-access/',
    underlying_error: {
      message: 'cannot clone the repository: authentication required',
      full_details: 'remote: Repository not found.\nfatal: Authentication failed',
    },
  };
}

function crashFailure(service: EstateService): WireLogError {
  return {
    tag: 'HelmDeployTimeout',
    user_log_message: `${service.name} did not become ready in time: its new instance exits with code 1 right after the start`,
    hint_message: `read the log of ${service.name}: \`DATABASE_URL is not set\``,
    link: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/',
    underlying_error: {
      message: 'timed out waiting for the condition',
      full_details: 'Back-off restarting failed container (exit code 1)',
    },
  };
}

function imageFailure(service: EstateService): WireLogError {
  return {
    tag: 'HelmDeployTimeout',
    user_log_message: `${service.name} did not become ready in time: the tag of its image does not exist`,
    hint_message: `choose a tag of ${service.name} that the registry has, and deploy again`,
    link: 'https://kubernetes.io/docs/concepts/containers/images/#imagepullbackoff',
    underlying_error: { message: 'timed out waiting for the condition', full_details: 'ErrImagePull: manifest unknown' },
  };
}

function jobFailure(job: EstateService): WireLogError {
  return {
    tag: 'JobFailure',
    user_log_message: `${job.name} failed: it ended with exit code 1`,
    hint_message: `read the log of ${job.name}: \`relation "orders" already exists\``,
    link: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
    underlying_error: { message: 'job has reached the specified backoff limit', full_details: 'BackoffLimitExceeded' },
  };
}

const repeated = (count: number, text: string): readonly string[] => Array.from({ length: count }, () => text);

/** Why a deployment that reached its service ends in an error: what its instances did says it. */
export function deployFailure({ pods }: Deployed, service: EstateService): Failure {
  if (service.kind === 'JOB') return { error: jobFailure(service), signs: [], recap: [`┃ ${service.name} ended with exit code 1`] };
  const frames = pods.get(service.id) ?? [];
  const isImageless = frames.some(([, plans]) => plans.some((plan) => plan.reason === 'ErrImagePull'));
  const isFirst = frames.length > 0 && frames.every(([, plans]) => plans.every((plan) => plan.generation === 1));
  const sign = isImageless
    ? `⚠️ the image of ${service.name} cannot be pulled, it is tried again`
    : `⚠️ the new instance of ${service.name} crashed: exit code 1, it is started again`;
  return {
    error: isImageless ? imageFailure(service) : crashFailure(service),
    signs: repeated(5, sign),
    recap: [
      '┏━━ what happened',
      `┃ 1 of ${service.instances} instances of ${service.name} never became ready`,
      isFirst ? '┗━━ there is no version before' : '┗━━ the version before stays in place',
    ],
  };
}

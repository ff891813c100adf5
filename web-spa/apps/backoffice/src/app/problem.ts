import { t } from '@lingui/core/macro';
import { ApiProblem } from '@portico/api/client';

export function problemOf(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem({ code: 'unknown', status: 0 });
}

/** One sentence a person can act upon. The server's own detail wins where it says more than the code. */
export function explain(error: unknown): string {
  const problem = problemOf(error);
  switch (problem.code) {
    case 'network':
      return t`The server cannot be reached. Check your connection and try again.`;
    case 'invalid_credentials':
      return t`E-mail or password is wrong.`;
    case 'mfa_invalid':
      return t`This code is wrong or was used already. Enter the next one.`;
    case 'mfa_setup_required':
      return t`Set up an authenticator app first; then this works.`;
    case 'too_many_attempts':
    case 'rate_limited':
      return problem.retryAfter
        ? t`Too many attempts. Please wait ${problem.retryAfter} seconds and try again.`
        : t`Too many attempts. Please wait a moment and try again.`;
    case 'forbidden':
      return t`Your role does not allow this. Ask an owner or admin of the organization.`;
    case 'not_found':
      return t`This does not exist, or no longer.`;
    case 'version_mismatch':
      return t`Somebody else changed this in the meantime.`;
    case 'internal':
      return t`Something went wrong on the server. Please try again; if it stays, mention ${problem.request_id} to your administrator.`;
    default:
      return problem.detail || problem.title || t`That did not work. Please try again.`;
  }
}

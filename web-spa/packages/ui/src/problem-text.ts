import { t } from '@lingui/core/macro';
import { ApiProblem } from '@portico/api/client';

export interface ProblemText {
  title: string;
  /** What to do about it. */
  advice: string;
  /** Trying the same again makes sense. */
  again: boolean;
}

/** Plain words for a failure: what happened and what to do. Never the server's internals. */
export function problemText(error: unknown): ProblemText {
  if (!(error instanceof ApiProblem)) {
    return { title: t`Something went wrong`, advice: t`Reload the page and try again.`, again: true };
  }
  switch (error.code) {
    case 'network':
      return {
        title: t`No connection`,
        advice: t`The server cannot be reached. Check your connection and try again.`,
        again: true,
      };
    case 'not_found':
      return {
        title: t`Not found`,
        advice: t`This page or document does not exist, or you no longer have access to it.`,
        again: false,
      };
    case 'forbidden':
    case 'not_permitted':
      return { title: t`No access`, advice: t`You are not allowed to see or do this.`, again: false };
    case 'invalid_credentials':
      return { title: t`Wrong password`, advice: t`Check your password and try again.`, again: false };
    case 'mfa_invalid':
      return {
        title: t`Wrong code`,
        advice: t`This code is wrong or was used already. Enter the next one.`,
        again: false,
      };
    case 'mfa_setup_required':
      return {
        title: t`One more step`,
        advice: t`Set up an authenticator app first; then this works.`,
        again: false,
      };
    case 'not_authenticated':
    case 'token_expired':
      return { title: t`Signed out`, advice: t`Your session has ended. Sign in again.`, again: false };
    case 'too_many_attempts':
    case 'rate_limited': {
      const seconds = error.retryAfter;
      return {
        title: t`Too many attempts`,
        advice: seconds ? t`Wait ${seconds} seconds, then try again.` : t`Wait a moment, then try again.`,
        again: true,
      };
    }
    case 'gateway_unavailable':
      return {
        title: t`The payment provider does not answer`,
        advice: t`We do not know yet whether it went through. We are looking into it, and the outcome will show here.`,
        again: true,
      };
    default:
      return error.status >= 500
        ? { title: t`Something went wrong`, advice: t`It is our fault, not yours. Try again in a moment.`, again: true }
        : {
            title: t`That did not work`,
            advice: error.detail || error.title || t`Check what you entered and try again.`,
            again: false,
          };
  }
}

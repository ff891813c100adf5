import { t } from '@lingui/core/macro';
import { ApiProblem } from '@portico/api/client';

/** The same refusal in plain words, where this page knows better ones than the server's. */
export function plainly(error: unknown): unknown {
  if (!(error instanceof ApiProblem)) return error;
  switch (error.code) {
    case 'not_allowed_in_state':
      return said(
        error,
        t`This is not possible now: somebody has decided already, the customer is inactive, the portal is closed, or this person has access there or was shut out. Where the address is a contact person’s by now, choose that customer.`,
      );
    case 'email_taken':
      return said(error, t`Another person of this customer has the same e-mail address.`);
    default:
      return error;
  }
}

function said({ code, status }: ApiProblem, detail: string): ApiProblem {
  return new ApiProblem({ code, status, detail });
}

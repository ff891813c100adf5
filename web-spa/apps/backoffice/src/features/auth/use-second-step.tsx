import type { ApiProblem } from '@portico/api/client';
import { CodeField } from '@portico/ui';
import { type ReactNode, useState } from 'react';

interface SecondStep {
  /** What goes with the request; nothing as long as no code was asked for. */
  code: { code?: string };
  /** The field, once it is asked for. */
  field: ReactNode;
  /** Takes the problems that concern the code. */
  onProblem: (problem: ApiProblem) => boolean;
}

/** The second step of signing in: its field comes when the server asks for a code. */
export function useSecondStep(): SecondStep {
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  return {
    code: code === null ? {} : { code: code.trim() },
    field: code === null ? null : <CodeField value={code} problem={problem} autoFocus onChange={setCode} />,
    onProblem: (next) => {
      setProblem(next);
      if (next.code === 'mfa_required') setCode('');
      return next.code === 'mfa_required' || next.code === 'mfa_invalid';
    },
  };
}

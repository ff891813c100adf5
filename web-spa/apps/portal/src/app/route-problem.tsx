import { isProblem } from '@portico/api/client';
import { Panel, ProblemPanel } from '@portico/ui';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { NotFoundPage } from './not-found';

/** A screen whose data could not be had: what is missing is said to be missing, the rest can be tried again. */
export function RouteProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const boundary = useQueryErrorResetBoundary();
  if (isProblem(error, 'not_found')) return <NotFoundPage />;
  const retry = () => {
    boundary.reset();
    reset();
    void router.invalidate();
  };
  return (
    <Panel>
      <ProblemPanel error={error} onRetry={retry} />
    </Panel>
  );
}

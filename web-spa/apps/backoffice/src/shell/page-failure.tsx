import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { problemOf } from '../app/problem';
import { Failure } from '../list/failure';
import { NotFound } from './not-found';

/** A page that could not be shown: what is missing says so, everything else can be tried again. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const boundary = useQueryErrorResetBoundary();
  if (problemOf(error).code === 'not_found') {
    return <NotFound />;
  }
  return (
    <Failure
      error={error}
      retry={() => {
        boundary.reset();
        reset();
        void router.invalidate();
      }}
    />
  );
}

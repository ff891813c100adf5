import type { ApiProblem } from '@portico/api/client';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { explain, problemOf } from '../app/problem';

/** "/lines/0/quantity" is the form's "lines.0.quantity". */
export function pathOf(pointer: string): string {
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .join('.');
}

function exists(values: unknown, path: string): boolean {
  let current = values;
  for (const key of path.split('.')) {
    if (typeof current !== 'object' || current === null || !(key in current)) {
      return false;
    }
    current = Reflect.get(current, key);
  }
  return true;
}

interface Placed {
  /** What could not be shown at a field and must be said above the form. */
  rest: string[];
  problem: ApiProblem;
}

/**
 * Shows what the server said at the fields it spoke of, and puts the cursor into the first of them.
 * `rename` serves forms that call a field something else than the contract.
 */
export function placeProblem<T extends FieldValues>(
  form: UseFormReturn<T>,
  error: unknown,
  rename: (path: string) => string = (path) => path,
): Placed {
  const problem = problemOf(error);
  const rest: string[] = [];
  let focused = false;
  for (const entry of problem.errors) {
    const path = rename(pathOf(entry.pointer));
    if (exists(form.getValues(), path)) {
      form.setError(path as FieldPath<T>, { type: entry.code, message: entry.detail }, { shouldFocus: !focused });
      focused = true;
    } else {
      rest.push(entry.detail);
    }
  }
  if (problem.errors.length === 0) {
    rest.push(explain(problem));
  }
  return { rest, problem };
}

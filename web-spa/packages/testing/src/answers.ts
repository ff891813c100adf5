import { HttpResponse, http } from 'msw/http';
import { server } from './server';

/** "/portal/home" as the URL the clients call. */
export function at(path: string): string {
  return `${location.origin}/api/v1${path}`;
}

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** Answers one operation from here on; `undefined` is 204. Returns what has been sent to it. */
export function answer(
  method: Method,
  path: string,
  body: unknown,
  status = 200,
): { calls: Request[]; bodies: unknown[] } {
  const seen: { calls: Request[]; bodies: unknown[] } = { calls: [], bodies: [] };
  server.use(
    http[method](at(path), async ({ request }) => {
      seen.calls.push(request.clone());
      if (request.headers.get('Content-Type')?.includes('json')) seen.bodies.push(await request.clone().json());
      if (body instanceof Response) return body.type === 'error' ? HttpResponse.error() : body.clone();
      return body === undefined
        ? new HttpResponse(null, { status: 204 })
        : HttpResponse.json(body as object, { status });
    }),
  );
  return seen;
}

interface FieldProblem {
  pointer: string;
  code: string;
  detail: string;
}

/** A refusal as the API words it. */
export function problem(status: number, code: string, errors?: FieldProblem[]) {
  return HttpResponse.json(
    { type: 'about:blank', title: code, status, detail: `detail of ${code}`, code, errors, request_id: 'req_test' },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}

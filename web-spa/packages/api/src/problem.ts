/** One field the server refused; `pointer` is a JSON pointer into the request's body. */
export interface FieldProblem {
  pointer: string;
  code: string;
  detail: string;
}

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  errors?: FieldProblem[];
  request_id: string;
}

/** Every refusal of the API, and every failure to reach it (`status` 0, `code` "network"), as one error type. */
export class ApiProblem extends Error implements ProblemBody {
  override readonly name = 'ApiProblem';
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors: FieldProblem[];
  readonly request_id: string;
  /** Seconds to wait before another try, where the server said so. */
  readonly retryAfter: number | null;

  constructor(body: Partial<ProblemBody> & { code: string }, retryAfter: number | null = null) {
    super(body.detail || body.title || body.code);
    this.type = body.type ?? 'about:blank';
    this.title = body.title ?? '';
    this.status = body.status ?? 0;
    this.detail = body.detail ?? '';
    this.code = body.code;
    this.errors = body.errors ?? [];
    this.request_id = body.request_id ?? '';
    this.retryAfter = retryAfter;
  }

  /** The same request may well succeed when sent again. */
  get transient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}

function isBody(value: unknown): value is Partial<ProblemBody> & { code: string } {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}

/** Turns what the generated client caught into an `ApiProblem`; aborted requests stay what they are. */
export function toProblem(error: unknown, response: Response | undefined): unknown {
  if (error instanceof ApiProblem) return error;
  if (error instanceof DOMException && error.name === 'AbortError') return error;
  if (!response) return new ApiProblem({ code: 'network', status: 0 });
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  const body = isBody(error)
    ? error
    : { code: response.status >= 500 ? 'internal' : 'unknown', title: response.statusText };
  return new ApiProblem(
    { request_id: response.headers.get('X-Request-Id') ?? '', ...body, status: response.status },
    Number.isNaN(retryAfter) ? null : retryAfter,
  );
}

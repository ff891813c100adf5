import { defineConfig, type UserConfig } from '@hey-api/openapi-ts';

/** The contract the server writes; another one may be given for trying things out. */
const input = process.env.OPENAPI_INPUT ?? '../openapi/openapi.json';

/** One client per audience, so that a customer's download holds no back-office operation. */
function client(name: 'portal' | 'office', paths: RegExp): UserConfig {
  return {
    input,
    output: { path: `packages/api/src/generated/${name}`, clean: true, entryFile: true },
    parser: {
      filters: { operations: { include: [paths.toString()] } },
      patch: {
        // Every call that needs this header gets it from our fetch layer.
        operations: (_method, _path, operation) => {
          operation.parameters = operation.parameters?.filter(
            (parameter) => !('name' in parameter && parameter.name === 'X-Portico-Csrf'),
          ) as typeof operation.parameters;
        },
        // Money is below 2^53 by contract, so a plain number holds it; without this int64 would become bigint.
        schemas: (_, schema) => stripInt64(schema as Node),
      },
    },
    plugins: [
      { name: '@hey-api/client-fetch', throwOnError: true },
      { name: '@hey-api/typescript', enums: false },
      { name: '@hey-api/sdk' },
      { name: '@tanstack/react-query', queryOptions: true, infiniteQueryOptions: true, mutationOptions: true },
    ],
  } as UserConfig;
}

type Node = { [key: string]: unknown };

function stripInt64(node: Node): void {
  if (node.format === 'int64') delete node.format;
  for (const value of Object.values(node)) {
    if (value && typeof value === 'object') stripInt64(value as Node);
  }
}

export default defineConfig([
  client('portal', /^[A-Z]+ \/api\/v1\/(portal|public\/(portals|payment-links|gateways\/sandbox))\//),
  client('office', /^[A-Z]+ \/api\/v1\/(?!portal\/|public\/(portals|payment-links|gateways)\/)/),
]);

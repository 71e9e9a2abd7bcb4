// Small documents for tests. Values are fixed by `const` or `enum`, so that answers can be compared.

/** An OpenAPI 3.1 document with these paths. */
export const openapi = (paths, schemas = {}) => ({ openapi: "3.1.0", info: { title: "Test", version: "1" }, paths, components: { schemas } });

/** An operation that answers 200 with a JSON body of this schema. */
export const answers = (schema, more = {}) => ({
  responses: { 200: { description: "Fine", content: { "application/json": { schema } } } },
  ...more,
});

/** An object whose members are all required and have one value each. */
export const exactly = (members) => ({
  type: "object",
  required: Object.keys(members),
  additionalProperties: false,
  properties: Object.fromEntries(Object.entries(members).map(([name, value]) => [name, { const: value }])),
});

/** Two endpoints, whose bodies tell which `version` of the document they come from. */
export const versioned = (version) =>
  openapi({
    "/version": { get: answers(exactly({ version })) },
    "/pets/{id}": { get: answers(exactly({ version, pet: true })), delete: { responses: { 204: { description: "Gone" } } } },
  });

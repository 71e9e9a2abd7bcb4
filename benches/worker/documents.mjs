// The documents that `npm run bench` serves: one of two endpoints that is written here, and a large one, as large as documents get.

const text = (more = {}) => ({ type: "string", ...more });
const integer = (more = {}) => ({ type: "integer", ...more });
const reference = (name) => ({ $ref: `#/components/schemas/${name}` });
/** All members are required: every tool then makes the same ones. */
const object = (properties) => ({ type: "object", required: Object.keys(properties), properties });
const listOf = (items, least, most = least) => ({ type: "array", minItems: least, maxItems: most, items });

/** How many objects the list has. */
export const LIST_ITEMS = 20;

const SCHEMAS = {
  Product: object({
    id: integer({ minimum: 1 }),
    name: text({ minLength: 3, maxLength: 40 }),
    price: { type: "number", minimum: 1, maximum: 500 },
    status: text({ enum: ["available", "sold out", "announced"] }),
    createdAt: text({ format: "date-time" }),
  }),
  Address: object({ street: text(), city: text(), zipCode: text({ pattern: "^[0-9]{5}$" }), country: text({ minLength: 2, maxLength: 2 }) }),
  Customer: object({ id: text({ format: "uuid" }), firstName: text(), lastName: text(), email: text({ format: "email" }), phone: text(), address: reference("Address") }),
  Line: object({ product: reference("Product"), quantity: integer({ minimum: 1, maximum: 9 }), discount: { type: "number", minimum: 0, maximum: 1 } }),
  Order: object({
    id: text({ format: "uuid" }),
    number: text({ pattern: "^[A-Z]{2}-[0-9]{6}$" }),
    state: text({ enum: ["open", "paid", "shipped", "returned"] }),
    customer: reference("Customer"),
    lines: listOf(reference("Line"), 2, 3),
    total: { type: "number", minimum: 0 },
    currency: text({ enum: ["EUR", "USD", "JPY"] }),
    tags: listOf(text({ minLength: 2, maxLength: 12 }), 1, 3),
    gift: { type: "boolean" },
    website: text({ format: "uri" }),
    createdAt: text({ format: "date-time" }),
    dueOn: text({ format: "date" }),
  }),
};

const get = (operationId, schema, parameters = []) => ({
  get: { operationId, parameters, responses: { 200: { description: "OK", content: { "application/json": { schema } } } } },
});
const named = (name) => ({ name, in: "path", required: true, schema: integer() });

/** A document with a small object and a list of rich ones. */
export function smallDocument() {
  return {
    openapi: "3.0.3",
    info: { title: "Shop", version: "1.0.0" },
    paths: { "/products/{id}": get("product", reference("Product"), [named("id")]), "/orders": get("orders", listOf(reference("Order"), LIST_ITEMS)) },
    components: { schemas: SCHEMAS },
  };
}

/**
 * A document with `operations` operations, a schema of its own behind each. The operation at `/large` answers an object with `width`
 * of these; `/products/{id}` is there as well. `words` lengthens the descriptions: real documents are half prose.
 */
export function largeDocument(operations, { width = 30, words = 16 } = {}) {
  const schemas = { ...SCHEMAS };
  const paths = {};
  for (let at = 0; at < operations; at += 1) {
    schemas[`Resource${at}`] = object({
      id: integer({ minimum: 1 }),
      title: text({ maxLength: 60 }),
      description: text({ description: `What resource ${at} is about: ${"prose that nobody reads ".repeat(words / 4)}` }),
      owner: reference("Customer"),
      order: reference("Order"),
      kind: text({ enum: [`kind-${at}`, "common", "rare"] }),
      updatedAt: text({ format: "date-time" }),
    });
    paths[`/area-${at % 50}/resources-${at}/{id}`] = get(`resource${at}`, reference(`Resource${at}`), [named("id")]);
  }
  const widest = Array.from({ length: Math.min(width, operations) }, (_, at) => [`part${at}`, reference(`Resource${at}`)]);
  schemas.Large = object(Object.fromEntries(widest));
  paths["/products/{id}"] = get("product", reference("Product"), [named("id")]);
  paths["/large"] = get("large", reference("Large"));
  return { openapi: "3.0.3", info: { title: "Large", version: "1.0.0" }, paths, components: { schemas } };
}

/** A schema of a document with its references followed: what libraries that know nothing of documents take. */
export function resolved(document, schema) {
  if (Array.isArray(schema)) return schema.map((item) => resolved(document, item));
  if (typeof schema !== "object" || schema === null) return schema;
  if (schema.$ref) return resolved(document, schema.$ref.slice(2).split("/").reduce((at, key) => at[key], document));
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, resolved(document, value)]));
}

/** The response schema of a path. */
export function schemaOf(document, where) {
  return resolved(document, document.paths[where].get.responses[200].content["application/json"].schema);
}

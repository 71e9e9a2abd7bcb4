// The requests of docs/requests-and-answers.md, section by section, with what is set up for them.

const json = (schema, more = {}) => ({ "application/json": { schema, ...more } });
const ITEM = {
  type: "object",
  required: ["id", "name", "price"],
  properties: {
    id: { type: "integer" },
    name: { type: "string", maxLength: 40 },
    price: { type: "number", minimum: 1, maximum: 99, multipleOf: 0.01 },
    inStock: { type: "boolean" },
  },
};
const ERROR = { type: "object", required: ["code", "message"], properties: { code: { type: "integer" }, message: { type: "string" } } };

/** The document that all sections are about. */
export const DOCUMENT = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  paths: {
    "/items/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer", minimum: 1 } }],
      get: {
        parameters: [
          { name: "fields", in: "query", explode: false, schema: { type: "array", items: { enum: ["id", "name", "price"] } } },
          { name: "x-tenant", in: "header", schema: { type: "string", minLength: 3 } },
        ],
        responses: {
          200: {
            description: "The item",
            headers: { "X-Stock": { schema: { type: "integer", minimum: 0, maximum: 9 } } },
            content: { ...json(ITEM, { examples: { lamp: { value: { id: 7, name: "Lamp", price: 19.9 } } } }), "application/xml": { schema: { ...ITEM, xml: { name: "item" } } } },
          },
          404: { description: "No such item", content: json(ERROR) },
          "x-404:Sold out": { description: "Sold out", content: json({ type: "object", required: ["soldOut"], properties: { soldOut: { const: true } } }) },
        },
      },
      delete: { responses: { 204: { description: "Gone" } } },
    },
    "/items": {
      post: {
        requestBody: { required: true, content: json({ type: "object", required: ["name", "price"], properties: { name: { type: "string", minLength: 1 }, price: { type: "number", exclusiveMinimum: 0 } } }) },
        responses: { 201: { description: "Made", headers: { Location: { schema: { const: "/items/7" } } }, content: json(ITEM) } },
      },
    },
    "/events": { get: { responses: { 200: { description: "What happens", content: { "text/event-stream": { schema: { type: "object", required: ["data"], properties: { event: { enum: ["sold", "returned"] }, data: { type: "object", required: ["item"], properties: { item: { type: "integer" } } } } } } } } } } },
    "/private": { get: { security: [{ key: [] }, { login: [] }], responses: { 200: { description: "Private", content: json({ type: "object", required: ["secret"], properties: { secret: { const: "none" } } }) } } } },
  },
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" }, login: { type: "http", scheme: "bearer" } } },
};

const GET = ["GET", "/items/{id}"];
const POST = ["POST", "/items"];

export const SECTIONS = [
  {
    title: "What a schema gives",
    text: "The default answer is made up from the schema of the first success. Path parameters come back in it.",
    requests: [{ path: "/items/42?__seed=1" }, { path: "/items/42?__seed=1", headers: { Accept: "application/xml" } }, { method: "DELETE", path: "/items/42" }],
  },
  {
    title: "Choosing an answer",
    text: "Described in [choosing-an-answer.md](choosing-an-answer.md).",
    requests: [
      { path: "/items/42?__code=404&__seed=1" },
      { path: "/items/42?__seed=1", headers: { Prefer: 'response="Sold out"' } },
      { path: "/items/42?__example=lamp&__seed=1" },
      { text: "A wish that cannot be had is refused.", path: "/items/42?__code=418" },
    ],
  },
  {
    title: "Custom mocks",
    text: "Described in [custom-mocks.md](custom-mocks.md). The first whose conditions all hold answers; where none does, the body is made up.",
    setup: [
      {
        method: "PUT",
        at: [...GET, "custom-mocks"],
        body: [
          { name: "Gone", conditions: [{ location: "path", name: "id", comparison: "in", value: [8, 9] }], response: { status: 410, body: { type: "json", value: { gone: true } } } },
          {
            name: "Sale",
            conditions: [
              { location: "query", name: "sale", comparison: "exists" },
              { location: "header", name: "X-Tenant", comparison: "regex", value: "^shop-\\d+$" },
            ],
            response: { headers: [{ name: "X-Stock", value: "0" }], body: { type: "generated", fields: [{ path: "/price", value: 1 }, { path: "/name", value: "Sale: {{$string.alpha(length=3,casing='upper')}}" }] } },
          },
        ],
      },
    ],
    requests: [{ path: "/items/9" }, { path: "/items/7?sale&__seed=1", headers: { "X-Tenant": "shop-12" } }, { path: "/items/7?sale&__seed=1", headers: { "X-Tenant": "other" } }, { path: "/items/7?__mock=gone" }, { path: "/items/9?__mock=none&__seed=1" }],
  },
  {
    title: "Conditions on bodies",
    text: "By JSONPath where the name begins with `$`, else by the name of a member or form field.",
    setup: [
      {
        method: "PUT",
        at: [...POST, "custom-mocks"],
        body: [
          { name: "Too dear", conditions: [{ location: "body", name: "$.price", comparison: "greater", value: 1000 }], response: { status: 400, body: { type: "json", value: { code: 1, message: "Too dear." } } } },
          { name: "Taken", conditions: [{ location: "body", name: "name", comparison: "equal", value: "Lamp" }], response: { status: 409, body: { type: "text", text: "There is a lamp already." } } },
        ],
      },
    ],
    requests: [
      { method: "POST", path: "/items", headers: { "Content-Type": "application/json" }, body: '{"name": "Chair", "price": 2000}' },
      { method: "POST", path: "/items", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: "name=Lamp&price=5" },
      { method: "POST", path: "/items?__seed=1", headers: { "Content-Type": "application/json" }, body: '{"name": "Chair", "price": 20}' },
    ],
  },
  {
    title: "Examples first",
    text: "For one endpoint; the project has a setting of its own, and `__dynamic` is for one request.",
    setup: [
      { method: "PUT", at: [...GET, "custom-mocks"], body: [], show: false },
      { method: "PATCH", at: [...GET, "mock"], body: { defaultMethod: "example" } },
    ],
    requests: [{ path: "/items/42?__seed=1" }, { path: "/items/42?__dynamic=true&__seed=1" }],
  },
];

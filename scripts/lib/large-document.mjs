// Makes OpenAPI documents as large as real ones get, with what makes those hard: schemas that refer to each other many levels down,
// recursion, `anyOf` of an id and the object that it names, `allOf`, long lists of `enum`, long descriptions, examples. The same
// numbers give the same document.

const WORDS = "account address amount archive balance batch branch charge client code color commit contact count country currency customer date description device discount document domain email event file filter group hash header image index invoice item key label level limit line link list locale location member message method metric mode model name node note number order owner package page parent path payment permission person phone plan policy price product profile project quantity query rate reason record region release report request resource result review role rule schedule scope score secret section server session setting size source stage state status step storage subject summary table tag target task team template term text thread time title token total topic type unit update user value variant vendor version view volume webhook weight worker zone".split(" ");

/** Random numbers by mulberry32: the same seed gives the same numbers. */
function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/**
 * A document of `operations` operations and about `megabytes` MB of JSON. A quarter as many shared schemas as operations carry most of
 * the bytes; every operation answers with some of them.
 */
export function largeDocument({ operations = 1000, megabytes = 10, seed = 1 } = {}) {
  const pick = random(seed);
  const word = () => WORDS[pick(WORDS.length)];
  const text = (words) => Array.from({ length: words }, word).join(" ");
  // Larger documents have longer texts, not only more of them.
  const prose = (words) => text(Math.round(words * Math.max(1, megabytes / 8)));
  const schemaCount = Math.max(8, Math.ceil(operations / 4));
  const names = Array.from({ length: schemaCount }, (_, n) => `${word()}_${word()}_${n}`);
  const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
  const near = (n) => names[(n + 1 + pick(20)) % schemaCount];

  const scalar = () => {
    const description = prose(4 + pick(20));
    switch (pick(9)) {
      case 0: return { type: "integer", minimum: 0, maximum: 1_000_000, description };
      case 1: return { type: "boolean", description };
      case 2: return { type: "string", format: "date-time", nullable: true, description };
      case 3: return { type: "string", format: "uri", description };
      case 4: return { type: "string", enum: Array.from({ length: 3 + pick(60) }, (_, n) => `${word()}_${n}`), description };
      case 5: return { type: "string", pattern: "^[a-z]{2,8}_[A-Za-z0-9]{14,24}$", description };
      case 6: return { type: "number", minimum: 0, description };
      case 7: return { type: "object", additionalProperties: { type: "string", maxLength: 500 }, description };
      default: return { type: "string", maxLength: 5000, description, example: text(3) };
    }
  };
  const property = (n) => {
    switch (pick(10)) {
      case 0: return ref(near(n));
      // Expandable: the id of another object, or the object.
      case 1: return { anyOf: [{ type: "string", maxLength: 500 }, ref(near(n))], description: text(8), nullable: true };
      case 2: return { type: "array", items: ref(near(n)), description: text(6) };
      case 3: return { type: "array", items: scalar(), maxItems: 20 };
      default: return scalar();
    }
  };
  /** An object with members enough to fill so many bytes. */
  const object = (n, bytes) => {
    const properties = { id: { type: "string", maxLength: 200 } };
    for (let left = bytes; left > 0; ) {
      const name = `${word()}_${word()}`;
      properties[name] = property(n);
      left -= name.length + JSON.stringify(properties[name]).length + 4;
    }
    const known = Object.keys(properties);
    return { type: "object", title: word(), description: prose(30), properties, required: known.filter((_, at) => at === 0 || pick(3) === 0) };
  };

  const schemas = {};
  const document = { openapi: "3.0.3", info: { title: "Large", version: "1.0.0", description: text(50) }, servers: [{ url: "https://api.example.com/v1" }], paths: {}, components: { schemas } };
  for (let n = 0; n < operations; n += 1) addOperation(n);
  const left = megabytes * 1e6 - JSON.stringify(document).length;
  const each = left / schemaCount / 1.1;
  names.forEach((name, n) => {
    const own = object(n, each);
    // A tree of itself, and a sum of two.
    if (n % 5 === 0) own.properties.children = { type: "array", items: ref(name) };
    schemas[name] = n % 7 === 6 ? { allOf: [ref(names[n - 1]), own] } : own;
  });
  return document;

  function addOperation(n) {
    const resource = `${word()}s_${Math.floor(n / 4)}`;
    const method = ["get", "post", "patch", "delete"][n % 4];
    const path = n % 2 ? `/${word()}s/{owner}/${resource}/{id}` : `/${word()}s/{owner}/${resource}`;
    const parameter = (name) => ({ name, in: "path", required: true, schema: { type: "string" }, description: text(8) });
    const json = (schema) => ({ content: { "application/json": { schema } } });
    const main = n % 4 === 0 ? { type: "array", items: ref(names[pick(schemaCount)]) } : ref(names[pick(schemaCount)]);
    const operation = {
      operationId: `operation_${n}`,
      tags: [resource],
      summary: text(5),
      description: text(40),
      parameters: [parameter("owner"), ...(n % 2 ? [parameter("id")] : []), { name: "page", in: "query", schema: { type: "integer", minimum: 1 } }],
      responses: { 200: { description: text(3), ...json(main) }, 404: { description: "Not found", ...json(ref(names[0])) }, 422: { description: "Invalid", ...json(ref(names[1])) } },
    };
    if (method !== "get" && method !== "delete") operation.requestBody = json(ref(names[pick(schemaCount)]));
    document.paths[path] = { ...document.paths[path], [method]: operation };
  }
}

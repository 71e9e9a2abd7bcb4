// Runs one generator library on the schemas of one document, in a process of its own: some hang, some run out of memory.
// library.mjs TOOL DOCUMENT SCHEMAS SEEDS FROM, with the libraries in the current folder; one JSON line a value.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [tool, documentFile, schemasFile, seedsText, fromText] = process.argv.slice(2);
const require = createRequire(path.join(process.cwd(), "package.json"));
const faker = () => import(pathToFileURL(path.join(process.cwd(), "node_modules/json-schema-faker/dist/index.js")));

const MAKERS = {
  "json-schema-faker": async () => {
    const { generateSync } = await faker();
    return (schema, seed) => generateSync(schema, { seed });
  },
  "json-schema-faker, all optional members": async () => {
    const { generateSync } = await faker();
    return (schema, seed) => generateSync(schema, { seed, alwaysFakeOptionals: true });
  },
  "openapi-sampler": async () => {
    const { sample } = require("openapi-sampler");
    const document = JSON.parse(readFileSync(documentFile, "utf8"));
    const schemaOf = (index) => {
      const response = document.paths[`/s/${index}`].get.responses[200];
      return response.schema ?? response.content["application/json"].schema;
    };
    // The seed has no meaning to it: its values are always the same.
    return (_, __, index) => sample(schemaOf(index), { enablePatterns: true, quiet: true, skipWriteOnly: true }, document);
  },
};

const make = await MAKERS[tool]();
const schemas = readFileSync(schemasFile, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
for (const { index, schema } of schemas.slice(Number(fromText))) {
  say({ begin: index });
  try {
    // Not measured: the engine that runs the library compiles it while it runs.
    make(schema, 0, index);
  } catch {
    // Told below.
  }
  for (let seed = 0; seed < Number(seedsText); seed += 1) {
    const began = performance.now();
    try {
      // A mock sends text, so making it belongs to the work.
      const body = JSON.stringify(make(schema, seed, index));
      const micros = (performance.now() - began) * 1000;
      say(body === undefined ? { index, seed, error: "undefined" } : { index, seed, body, micros });
    } catch (error) {
      say({ index, seed, error: String(error.message ?? error).slice(0, 200) });
    }
  }
}

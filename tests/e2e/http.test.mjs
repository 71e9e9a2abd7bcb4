// The whole of HTTP: media types, statuses, headers, large bodies, edge cases on demand.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { crc32, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { exactly, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const response = (content, headers) => ({ description: "An answer", ...(content && { content }), ...(headers && { headers }) });
const json = (schema) => ({ "application/json": { schema } });
const get200 = (content, headers) => ({ get: { responses: { 200: response(content, headers) } } });
const header = (schema) => ({ schema });

const PET = {
  type: "object",
  required: ["id", "name", "tags", "photos"],
  xml: { name: "pet", namespace: "urn:pets", prefix: "p" },
  properties: {
    id: { const: 7, xml: { attribute: true } },
    name: { const: "Tom & Jerry", xml: { name: "title", prefix: "p" } },
    tags: { type: "array", minItems: 2, maxItems: 2, xml: { name: "labels", wrapped: true }, items: { $ref: "#/components/schemas/Tag" } },
    photos: { type: "array", minItems: 2, maxItems: 2, items: { const: "x.png", xml: { name: "photo" } } },
  },
};
const TAG = { type: "object", required: ["id"], xml: { name: "tag" }, properties: { id: { const: 1 } }, additionalProperties: false };
const BORDER = {
  type: "object",
  required: ["id"],
  properties: {
    id: { type: "integer", minimum: 3, maximum: 9 },
    name: { type: "string", minLength: 2, maxLength: 30 },
    list: { type: "array", maxItems: 6, items: { type: "string" } },
    note: { type: ["string", "null"] },
  },
};
const FILES = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml", "application/pdf", "application/zip", "application/gzip", "audio/wav", "application/octet-stream"];
const STATUSES = [200, 201, 202, 203, 206, 207, 226, 300, 301, 302, 303, 307, 308, 400, 402, 405, 409, 410, 418, 422, 425, 429, 451, 499, 500, 501, 502, 503, 504, 511, 599];

const DOCUMENT = openapi(
  {
    "/pet": get200({ "application/xml": { schema: { $ref: "#/components/schemas/Pet" } }, "application/json": { schema: { $ref: "#/components/schemas/Pet" } } }),
    "/only-json": get200(json(exactly({ a: 1 }))),
    "/problem": get200({ "application/problem+json": { schema: exactly({ title: "No" }) } }),
    "/form": get200({ "application/x-www-form-urlencoded": { schema: exactly({ a: "x y" }) } }),
    "/page": get200({ "text/html": { schema: { const: "<p>hello</p>" } } }),
    "/border": get200(json(BORDER)),
    "/statuses": { get: { responses: Object.fromEntries(STATUSES.map((status) => [status, response(json(exactly({ status })))])) } },
    "/bare": { get: { responses: Object.fromEntries([204, 205, 304, 200].map((status) => [status, response(json(exactly({ status })))])) } },
    "/files": get200(Object.fromEntries(FILES.map((type) => [type, { schema: { type: "string", format: "binary" } }]))),
    "/items": {
      get: {
        responses: {
          200: response(json({ type: "array", items: { type: "object", properties: { id: { type: "integer" } }, required: ["id"] } }), {
            "X-Total-Count": header({ type: "integer" }),
            "X-Page": header({ type: "integer" }),
            "X-Per-Page": header({ type: "integer" }),
            Link: header({ type: "string" }),
            "Last-Modified": header({ type: "string" }),
            "Set-Cookie": header({ type: "string" }),
          }),
          302: response(undefined, { Location: header({ type: "string", format: "uri" }) }),
          429: response(json(exactly({ slow: true })), { "Retry-After": header({ type: "integer" }) }),
          503: response(undefined, { "Retry-After": header({ type: "string" }) }),
        },
      },
      post: { responses: { 201: response(json({ type: "object", required: ["id"], properties: { id: { const: 42 } } }), { Location: header({ type: "string" }) }) } },
    },
    "/wrapped": get200(
      json({ type: "object", required: ["data", "total", "page"], properties: { data: { type: "array", items: { type: "integer" } }, total: { type: "integer" }, page: { type: "integer" } } }),
      { "X-Total-Count": header({ type: "integer" }) },
    ),
    "/large": get200(json({ type: "array", minItems: 9500, maxItems: 9500, items: { const: `grüße ${"x".repeat(400)}` } })),
    "/medium": get200(json({ type: "array", minItems: 2000, maxItems: 2000, items: { const: "y".repeat(200) } })),
  },
  { Pet: PET, Tag: TAG },
);

let edgemock;
let project;
before(async () => {
  edgemock = await startEdgemock();
  project = await edgemock.project({ document: DOCUMENT, settings: { cloudMock: true, access: "public", maxBodyBytes: 4 * 1024 * 1024 } });
  await edgemock.eventually(`/m1/${project}-0-default/pet`, ({ status }) => status === 200);
});
after(() => edgemock?.stop());

const get = (path, headers = {}, options = {}) => edgemock.fetch(`/m1/${project}-0-default${path}`, { headers, ...options });

describe("media types", () => {
  test("XML has the names that the schema gives", async () => {
    const answer = await get("/pet", { accept: "application/xml" });
    assert.equal(answer.headers.get("content-type"), "application/xml; charset=utf-8");
    assert.equal(
      await answer.text(),
      '<?xml version="1.0" encoding="UTF-8"?><p:pet xmlns:p="urn:pets" id="7"><p:title>Tom &amp; Jerry</p:title>' +
        "<labels><tag><id>1</id></tag><tag><id>1</id></tag></labels><photo>x.png</photo><photo>x.png</photo></p:pet>",
    );
  });

  test("are negotiated, and refused only where the caller insists", async () => {
    const type = async (path, headers) => (await get(path, headers)).headers.get("content-type");
    assert.equal(await type("/pet", {}), "application/json");
    assert.equal(await type("/pet", { accept: "application/json;q=0.1, application/*" }), "application/xml; charset=utf-8");
    assert.equal(await type("/pet", { accept: "application/json;q=0, */*" }), "application/xml; charset=utf-8");
    assert.equal(await type("/only-json", { accept: "image/png" }), "application/json");
    for (const [path, headers] of [
      ["/only-json", { accept: "image/png", prefer: "handling=strict" }],
      ["/only-json?__strict=true", { accept: "image/png" }],
      ["/only-json?__strict=true", { accept: "application/json;q=0, text/*" }],
    ]) {
      const refused = await get(path, headers);
      assert.equal(refused.status, 406);
      assert.match((await refused.json()).apidogError.message, /Media types: application\/json\.$/);
    }
    for (const accept of ["application/json", "*/*", "application/*;q=0.1", ""]) {
      assert.equal((await get("/only-json?__strict=true", { accept })).status, 200, accept);
    }
    assert.equal((await get("/only-json?__strict=true")).status, 200);
    assert.equal((await get("/bare?__strict=true&__code=204", { accept: "image/png" })).status, 204);
    assert.equal((await get("/only-json?__strict=false", { accept: "image/png", prefer: "handling=strict" })).status, 200);
  });

  test("take the form of their kind", async () => {
    for (const [path, type, body] of [
      ["/problem", "application/problem+json", '{"title":"No"}'],
      ["/form", "application/x-www-form-urlencoded", "a=x+y"],
      ["/page", "text/html; charset=utf-8", "<p>hello</p>"],
    ]) {
      const answer = await get(path);
      assert.deepEqual([answer.headers.get("content-type"), await answer.text()], [type, body]);
    }
  });
});

describe("files", () => {
  const readers = {
    "image/png": (bytes) => {
      assert.equal(bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
      const data = [];
      let header;
      for (let at = 8; at < bytes.length; ) {
        const length = bytes.readUInt32BE(at);
        const chunk = bytes.subarray(at + 4, at + 8 + length);
        assert.equal(bytes.readUInt32BE(at + 8 + length), crc32(chunk), "a chunk's checksum");
        const kind = chunk.toString("latin1", 0, 4);
        if (kind === "IHDR") header = chunk.subarray(4);
        if (kind === "IDAT") data.push(chunk.subarray(4));
        at += 12 + length;
      }
      const [width, height, depth, colour] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]];
      const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour];
      assert.ok(width > 0 && height > 0);
      assert.equal(inflateSync(Buffer.concat(data)).length, height * (1 + Math.ceil((width * channels * depth) / 8)));
    },
    "image/jpeg": (bytes) => {
      assert.equal(bytes.readUInt16BE(0), 0xffd8);
      assert.equal(bytes.readUInt16BE(bytes.length - 2), 0xffd9);
      let at = 2;
      const seen = [];
      while (bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
        seen.push(bytes[at + 1]);
        at += 2 + bytes.readUInt16BE(at + 2);
      }
      assert.ok(seen.some((marker) => marker >= 0xc0 && marker <= 0xc2) && seen.includes(0xdb) && bytes[at + 1] === 0xda, "frame, tables, scan");
    },
    "image/gif": (bytes) => {
      assert.match(bytes.toString("latin1", 0, 6), /^GIF8[79]a$/);
      assert.ok(bytes.readUInt16LE(6) > 0 && bytes.readUInt16LE(8) > 0);
      assert.equal(bytes[bytes.length - 1], 0x3b);
    },
    "image/webp": (bytes) => {
      assert.deepEqual([bytes.toString("latin1", 0, 4), bytes.toString("latin1", 8, 12)], ["RIFF", "WEBP"]);
      assert.equal(bytes.readUInt32LE(4) + 8, bytes.length);
    },
    "image/svg+xml": (bytes) => assert.match(bytes.toString(), /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*<\/svg>\s*$/),
    "application/pdf": (bytes) => {
      const text = bytes.toString("latin1");
      assert.match(text, /^%PDF-1\.\d/);
      const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)[1]);
      assert.ok(text.startsWith("xref", at));
      const [, first, count] = /^xref\s+(\d+) (\d+)/.exec(text.slice(at)).map(Number);
      const entries = [...text.slice(at).matchAll(/^(\d{10}) \d{5} ([nf])/gm)];
      assert.equal(entries.length, count);
      entries.forEach(([, offset, kind], index) => {
        if (kind === "n") assert.ok(text.startsWith(`${first + index} 0 obj`, Number(offset)), `object ${first + index}`);
      });
      assert.match(text.slice(at), /trailer[\s\S]*\/Root/);
    },
    "application/zip": (bytes) => {
      const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
      const central = bytes.readUInt32LE(end + 16);
      assert.equal(bytes.readUInt16LE(end + 10), 1);
      assert.equal(bytes.toString("latin1", central, central + 4), "PK\x01\x02");
      const [method, crc, size] = [bytes.readUInt16LE(central + 10), bytes.readUInt32LE(central + 16), bytes.readUInt32LE(central + 20)];
      const local = bytes.readUInt32LE(central + 42);
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const data = bytes.subarray(start, start + size);
      assert.equal(crc32(method === 8 ? inflateRawSync(data) : data), crc);
    },
    "application/gzip": (bytes) => assert.ok(gunzipSync(bytes).length > 0),
    "audio/wav": (bytes) => {
      assert.deepEqual([bytes.toString("latin1", 0, 4), bytes.toString("latin1", 8, 16)], ["RIFF", "WAVEfmt "]);
      assert.equal(bytes.readUInt32LE(4) + 8, bytes.length);
      assert.equal(bytes.toString("latin1", 36, 40), "data");
      assert.equal(bytes.readUInt32LE(40) + 44, bytes.length);
    },
    "application/octet-stream": (bytes) => assert.equal(bytes.length, 256),
  };
  for (const type of FILES) {
    test(`${type} opens`, async () => {
      const answer = await get("/files?__seed=1", { accept: type });
      assert.equal(answer.headers.get("content-type"), type);
      readers[type](Buffer.from(await answer.arrayBuffer()));
    });
  }
});

describe("statuses", () => {
  test("from 200 to 599", async () => {
    for (const status of STATUSES) {
      const answer = await get(`/statuses?__code=${status}`);
      assert.deepEqual([answer.status, await answer.json()], [status, { status }]);
    }
  });

  test("without a body where HTTP has none", async () => {
    for (const status of [204, 205, 304]) {
      for (const method of ["GET", "HEAD"]) {
        const answer = await get(`/bare?__code=${status}`, {}, { method });
        assert.deepEqual([answer.status, await answer.text(), answer.headers.get("content-type")], [status, "", null]);
      }
    }
  });

  test("outside are refused when they are wished for", async () => {
    for (const code of [100, 101, 199, 600, 999, 0, -1, "2e2"]) assert.equal((await get(`/statuses?__code=${code}`)).status, 400, `${code}`);
  });
});

describe("headers", () => {
  test("tell of the page that the body is", async () => {
    const plain = await get("/items");
    const length = (await plain.json()).length;
    assert.equal(plain.headers.get("x-total-count"), String(length));
    assert.equal(plain.headers.get("x-page"), "1");
    const third = await get("/items?page=3&limit=4");
    const items = (await third.json()).length;
    assert.deepEqual([third.headers.get("x-page"), third.headers.get("x-per-page"), items], ["3", "4", 4]);
    assert.ok(Number(third.headers.get("x-total-count")) >= 12);
    assert.match(third.headers.get("link"), /<\?page=2&per_page=4>; rel="prev"/);
    const wrapped = await get("/wrapped?page=2&limit=5");
    assert.equal(wrapped.headers.get("x-total-count"), String((await wrapped.json()).total));
  });

  test("mean what they are for", async () => {
    const made = await get("/items", {}, { method: "POST" });
    assert.equal(new URL(made.headers.get("location"), made.url).pathname, `/m1/${project}-0-default/items/42`);
    const moved = await get("/items?__code=302");
    assert.ok(new URL(moved.headers.get("location")).hostname);
    for (const status of [429, 503]) {
      const later = await get(`/items?__code=${status}`);
      assert.equal(later.status, status);
      assert.match(later.headers.get("retry-after"), /^\d+$/);
    }
    const plain = await get("/items");
    assert.ok(Date.parse(plain.headers.get("last-modified")) < Date.now());
    assert.match(plain.headers.get("set-cookie"), /^session=[0-9a-f]{16}; Path=\//);
  });
});

describe("variants", () => {
  const variant = async (name) => (await get(`/border?__variant=${name}`)).json();

  test("lie on the border of the schema", async () => {
    assert.deepEqual(await variant("min"), { id: 3 });
    const max = await variant("max");
    assert.deepEqual([max.id, max.name.length, max.list.length], [9, 30, 6]);
    const empty = await variant("empty");
    assert.deepEqual([empty.list, empty.note, empty.name.length], [[], null, 2]);
    const unicode = await variant("unicode");
    assert.match(unicode.name, /[^\x00-\x7f]/);
    assert.ok([...unicode.name].length <= 30);
  });

  test("are wished for by header too, and nonsense is refused", async () => {
    assert.deepEqual(await (await get("/border", { prefer: "variant=MIN" })).json(), { id: 3 });
    const refused = await get("/border?__variant=huge");
    assert.equal(refused.status, 400);
    assert.match((await refused.json()).apidogError.message, /min, max, empty or unicode/);
  });

  test("repeat with their seed", async () => {
    const texts = await Promise.all([1, 2].map(async () => (await get("/border?__variant=unicode&__seed=4")).text()));
    assert.equal(texts[0], texts[1]);
  });
});

describe("large bodies", () => {
  test("of some megabytes arrive whole", async () => {
    const answer = await get("/large");
    const body = Buffer.from(await answer.arrayBuffer());
    assert.equal(answer.headers.get("content-type"), "application/json");
    assert.ok(body.length > 3.8e6 && body.length < 4.1e6, `${body.length}`);
    const items = JSON.parse(body.toString());
    assert.equal(items.length, 9500);
    assert.ok(items.every((item) => item.length === 406));
    assert.equal(answer.headers.get("x-edgemock-warning"), null);
  });

  test("are the same with a seed, have a tag, and no body for HEAD", async () => {
    const first = await get("/medium?__seed=1");
    const body = await first.text();
    assert.ok(body.length > 400_000);
    assert.equal(await (await get("/medium?__seed=1")).text(), body);
    const head = await get("/medium?__seed=1", {}, { method: "HEAD" });
    assert.deepEqual([head.status, head.headers.get("etag"), await head.text()], [200, first.headers.get("etag"), ""]);
    const same = await get("/medium?__seed=1", { "if-none-match": first.headers.get("etag") });
    assert.deepEqual([same.status, await same.text()], [304, ""]);
  });

  test("do no harm where nobody reads on", async () => {
    for (let time = 0; time < 20; time++) {
      const aborted = new AbortController();
      const answer = await get("/large", {}, { signal: aborted.signal });
      const reader = answer.body.getReader();
      await reader.read();
      aborted.abort();
      await reader.cancel().catch(() => {});
    }
    assert.equal((await get("/only-json")).status, 200);
  });
});

describe("delays", () => {
  test("do not hold up others", async () => {
    const start = performance.now();
    const slow = get("/only-json?__delay=700").then(() => performance.now() - start);
    const quick = await get("/only-json").then(() => performance.now() - start);
    assert.ok((await slow) >= 680);
    assert.ok(quick < (await slow));
  });
});

// The pages about endpoints, for console-pages.mjs.

/** An endpoint of the project that `fill` made. */
const at = ({ project, endpoints }, method, path, query = "") => `#/projects/${project}/endpoints/${endpoints.find((one) => one.method === method && one.path === path).id}${query}`;

export const ENDPOINT_PAGES = [
  { name: "endpoints", where: ({ project }) => `#/projects/${project}/endpoints` },
  { name: "endpoint-mock", where: (ids) => at(ids, "GET", "/pets/featured"), looks: ["light", "dark", "narrow"] },
  { name: "endpoint-request", where: (ids) => at(ids, "GET", "/pets/featured"), act: request, looks: ["light", "dark", "narrow"] },
  { name: "endpoint-documentation", where: (ids) => at(ids, "POST", "/pets", "?tab=doc") },
  { name: "custom-mocks", where: (ids) => at(ids, "GET", "/pets/{petId}", "?tab=mocks") },
  { name: "script", where: (ids) => at(ids, "GET", "/pets/{petId}", "?tab=script") },
  { name: "mock-fields", where: (ids) => at(ids, "GET", "/pets/{petId}", "?tab=fields") },
  { name: "name-rules", where: ({ project }) => `#/projects/${project}/name-rules` },
];

async function request(page) {
  await page.getByRole("button", { name: "Request", exact: true }).click();
  await page.locator(".request-result").getByText("200").first().waitFor();
  await page.locator(".request-result").scrollIntoViewIfNeeded();
}

/** Custom mocks, a script and name rules to look at. */
export async function fillEndpoints({ manage }, project, endpoints) {
  const pet = endpoints.find((one) => one.method === "GET" && one.path === "/pets/{petId}").id;
  const base = `/v1/projects/${project}/endpoints/${pet}`;
  const mocks = [
    { name: "A pet that is gone", conditions: [{ location: "path", name: "petId", comparison: "equal", value: "404" }], response: { status: 404, body: { type: "template", text: '{"message": "There is no pet {{ request.path.petId }}"}' } } },
    { name: "A slow answer", response: { delay: 2000, body: { type: "template", text: '{"id": 1, "name": "Snail"}' } } },
  ];
  for (const mock of mocks) await expected(await manage("POST", `${base}/custom-mocks`, mock));
  await expected(await manage("PUT", `${base}/script`, { source: "const body = $$.mockResponse.json();\nbody.name = body.name.toUpperCase();\n$$.mockResponse.setBody(body);\n", enabled: true }));
  await expected(await manage("PATCH", `/v1/projects/${project}/mock-settings`, { nameRules: [{ pattern: "*Sku", expression: "{{$string.alphanumeric(8)}}" }] }));
}

function expected({ status, body }) {
  if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
}

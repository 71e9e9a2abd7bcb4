import type { AuditEntry } from "../../api/types.ts";

/** What each action of the API is called. */
const TITLES: Record<string, string> = {
  createToken: "Created access token",
  changeToken: "Changed access token",
  deleteToken: "Revoked access token",
  createProject: "Created project",
  renameProject: "Renamed project",
  deleteProject: "Deleted project",
  restoreProject: "Restored project",
  purgeProject: "Removed deleted project for good",
  changeSettings: "Changed mock settings",
  import: "Imported a document",
  importCollection: "Imported a Postman collection",
  createEndpoint: "Created endpoint",
  changeEndpoint: "Changed endpoint",
  deleteEndpoint: "Deleted endpoint",
  createResponse: "Created response",
  replaceResponse: "Changed response",
  deleteResponse: "Deleted response",
  replaceSchema: "Changed schema",
  deleteSchema: "Deleted schema",
  changeEndpointMock: "Changed how an endpoint is mocked",
  createCustomMock: "Created custom mock",
  replaceCustomMocks: "Replaced all custom mocks",
  replaceCustomMock: "Changed custom mock",
  changeCustomMock: "Changed custom mock",
  deleteCustomMock: "Deleted custom mock",
  orderCustomMocks: "Reordered custom mocks",
  replaceScript: "Changed script",
  deleteScript: "Deleted script",
  rollBack: "Rolled back to release",
};

/** `createdRelease` as "Created release": for actions that are newer than this list. */
function spelled(action: string): string {
  const words = action.replace(/([A-Z])/g, " $1").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An entry in words. */
export function told({ action, name, endpoint, item }: AuditEntry): string {
  const about = [name && `“${name}”`, endpoint && `endpoint ${endpoint}`, item && !name && `${item}`].filter(Boolean).join(", ");
  const title = TITLES[action] ?? spelled(action);
  return about ? `${title} · ${about}` : title;
}

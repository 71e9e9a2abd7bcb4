import { invalidate, store } from "../../api/cache.ts";
import { request, type RequestOptions } from "../../api/client.ts";
import type { MockSettings } from "../../api/types.ts";

/** What `PATCH …/mock-settings` takes. */
export type SettingsChange = Partial<MockSettings> & { rotateToken?: boolean };

/** Changes settings of a project, and shows what came of it wherever they are shown. */
export async function changeSettings(project: string, change: SettingsChange, options: RequestOptions = {}): Promise<MockSettings> {
  const answer = await request<MockSettings>("PATCH", `/projects/${project}/mock-settings`, { ...options, body: change });
  store(`/projects/${project}/mock-settings`, answer);
  invalidate(`/projects/${project}/releases`);
  return answer.data;
}

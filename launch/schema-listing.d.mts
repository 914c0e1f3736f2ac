export function listSchema(client: { query(text: string): Promise<{ rows: Record<string, unknown>[] }> }): Promise<string>;

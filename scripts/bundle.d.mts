/** Builds the program when its sources changed; returns the file to start. */
export function bundle(): Promise<string>

export function nodeFlags(command: string | undefined): string[]
export function nodeEnvironment(): NodeJS.ProcessEnv
